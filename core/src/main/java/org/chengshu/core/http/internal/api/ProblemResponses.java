package org.chengshu.core.http.internal.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The refusals that an operation may answer with, as problem documents. */
final class ProblemResponses {
    private static final String PROBLEM = "Problem";
    private static final Map<String, String> WORDS = new TreeMap<>(Map.of(
            "400", "The request is faulty; `errors` names the places",
            "401", "Nobody is signed in",
            "403", "The right is lacking",
            "404", "It does not exist, or lies outside of what the caller sees",
            "409", "It conflicts with what is there",
            "412", "Somebody changed it meanwhile",
            "422", "It is understood and cannot be done",
            "428", "If-Match is missing",
            "429", "Too many requests; `Retry-After` says when to come back"));

    private ProblemResponses() {}

    /** Names the refusals of the operation, and describes among the components those that were not named before. */
    static void addTo(Operation operation, String path, Components components) {
        for (String status : statuses(operation, path)) {
            operation
                    .getResponses()
                    .addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + PROBLEM + status));
            if (components.getResponses() == null || !components.getResponses().containsKey(PROBLEM + status)) {
                components.addResponses(PROBLEM + status, response(status));
            }
        }
        components.addSchemas(PROBLEM, problem());
    }

    private static ApiResponse response(String status) {
        MediaType document = new MediaType().schema(new Schema<>().$ref(PROBLEM));
        return new ApiResponse()
                .description(WORDS.get(status))
                .content(new Content().addMediaType("application/problem+json", document));
    }

    private static Schema<?> problem() {
        Schema<?> place = new ObjectSchema()
                .addProperty("place", new StringSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("detailZh", new StringSchema());
        ObjectSchema problem = new ObjectSchema();
        problem.setDescription("A problem document (RFC 9457); `code` is stable");
        problem.setRequired(List.of("type", "title", "status", "code"));
        for (String text : List.of("type", "title", "code", "detail", "incident")) {
            problem.addProperty(text, new StringSchema());
        }
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("errors", new ArraySchema().items(place));
        return problem;
    }

    private static Set<String> statuses(Operation operation, String path) {
        Set<String> statuses = new LinkedHashSet<>();
        boolean asks = operation.getRequestBody() != null || operation.getParameters() != null;
        String access = String.valueOf(
                operation.getExtensions() == null
                        ? ""
                        : operation.getExtensions().get("x-access"));
        if (asks) {
            statuses.add("400");
        }
        if (!access.equals("public")) {
            statuses.add("401");
        }
        if (access.equals("role")) {
            statuses.add("403");
        }
        if (path.contains("{")) {
            statuses.add("404");
        }
        if (takes(operation, "If-Match")) {
            statuses.addAll(List.of("412", "428"));
        }
        if (takes(operation, "Idempotency-Key")) {
            statuses.addAll(List.of("409", "422"));
        }
        statuses.add("429");
        return statuses;
    }

    private static boolean takes(Operation operation, String header) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> header.equals(parameter.getName()));
    }
}
