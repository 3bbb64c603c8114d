package org.chengshu.sense.doors;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.chengshu.kernel.ErrorCode;

/** How the devices' port says no. */
final class HttpAnswers {
    private HttpAnswers() {}

    static void later(RoutingContext context, ErrorCode code, Duration wait, String detail) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        context.response().putHeader("Retry-After", String.valueOf(seconds));
        refuse(context, code, detail);
    }

    static void refuse(RoutingContext context, ErrorCode code, String detail) {
        problem(context, code, detail, new JsonObject());
    }

    static void problem(RoutingContext context, ErrorCode code, String detail, JsonObject more) {
        JsonObject problem = new JsonObject()
                .put("type", "about:blank")
                .put("title", code.title().en())
                .put("titleZh", code.title().zh())
                .put("status", code.status())
                .put("code", code.name())
                .put("detail", detail)
                .mergeIn(more);
        if (code.status() == 401) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
        }
        context.response()
                .setStatusCode(code.status())
                .putHeader("Content-Type", "application/problem+json")
                .end(problem.toBuffer());
    }
}
