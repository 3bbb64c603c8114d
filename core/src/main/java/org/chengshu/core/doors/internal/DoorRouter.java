package org.chengshu.core.doors.internal;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chengshu.core.CoreError;
import org.chengshu.core.doors.DoorRoutes;
import org.chengshu.kernel.ErrorCode;
import org.chengshu.kernel.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the routes of all modules on one router that answers every failure with a problem document (RFC 9457). */
final class DoorRouter {
    private static final Pattern TOKEN_IN_PATH = Pattern.compile("^/api/v1/[^/]*");
    private static final Logger LOG = LoggerFactory.getLogger(DoorRouter.class);

    private DoorRouter() {}

    static Router create(Vertx vertx, List<DoorRoutes> modules) {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(DoorRoutes.LARGEST_BODY));
        modules.forEach(routes -> routes.mount(router));
        for (CoreError refusal : List.of(
                CoreError.BAD_REQUEST, CoreError.NOT_FOUND, CoreError.METHOD_NOT_ALLOWED, CoreError.TOO_LARGE)) {
            router.errorHandler(
                    refusal.status(),
                    context -> answer(context, refusal, refusal.title().en()));
        }
        router.errorHandler(CoreError.INTERNAL.status(), DoorRouter::failed);
        return router;
    }

    private static void failed(RoutingContext context) {
        if (context.failure() instanceof Fault fault) {
            answer(context, fault.code(), fault.getMessage());
            return;
        }
        LOG.error("{} {} failed", context.request().method(), pathWithoutSecrets(context), context.failure());
        answer(context, CoreError.INTERNAL, CoreError.INTERNAL.title().en());
    }

    /** Some senders carry their token in the path. */
    private static String pathWithoutSecrets(RoutingContext context) {
        return TOKEN_IN_PATH.matcher(context.request().path()).replaceFirst("/api/v1/***");
    }

    private static void answer(RoutingContext context, ErrorCode code, String detail) {
        if (context.response().headWritten()) {
            return;
        }
        JsonObject problem = new JsonObject()
                .put(
                        "type",
                        "urn:chengshu:problem:"
                                + code.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("title", code.title().en())
                .put("status", code.status())
                .put("code", code.name())
                .put("detail", detail)
                .put(
                        "text",
                        new JsonObject()
                                .put("zh", code.title().zh())
                                .put("en", code.title().en()));
        context.response()
                .setStatusCode(code.status())
                .putHeader("Content-Type", "application/problem+json")
                .end(problem.toBuffer());
    }
}
