package org.chengshu.core.http.internal.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.http.internal.repeat.RepeatedRequests;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Describes the API at {@code /openapi}: each operation says who may call it and what it leaves in the audit. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class, Cursor.class, IfMatch.class);
    }

    @Bean
    OpenAPI platformApi() {
        SecurityScheme bearer =
                new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        return new OpenAPI()
                .info(new Info()
                        .title("Chengshu 城枢")
                        .description("The operating system of a city: sense, know, act, judge")
                        .version("1")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components().addSecuritySchemes(TOKEN, bearer));
    }

    @Bean
    OpenApiCustomizer wordsOfRoutes() {
        return api -> api.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> name(operation, method.name(), path, api.getComponents())));
    }

    private static void name(Operation operation, String method, String path, Components components) {
        RouteWords words = RouteWords.of(method, path);
        operation.summary(words.summary()).operationId(words.operationId()).tags(List.of(words.module()));
        ProblemResponses.addTo(operation, path, components);
    }

    @Bean
    OperationCustomizer accessOfOperations() {
        return (operation, method) -> {
            Optional.ofNullable(method.getMethodAnnotation(Access.class))
                    .ifPresent(access -> describe(operation, access));
            if (takes(method, Cursor.class)) {
                describePaging(operation);
            }
            if (method.hasMethodAnnotation(PostMapping.class) && RepeatedRequests.serves(method)) {
                describeKey(operation);
            }
            if (takes(method, IfMatch.class)) {
                describeVersion(operation);
            }
            return operation;
        };
    }

    private static void describe(Operation operation, Access access) {
        operation.addExtension("x-access", accessWord(access));
        operation.addExtension("x-audit", access.audit());
        switch (access.value()) {
            case Access.PUBLIC -> operation.setSecurity(List.of());
            case Access.SIGNED_IN -> operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
            default -> {
                operation.addExtension("x-permission", access.value());
                operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
            }
        }
    }

    private static String accessWord(Access access) {
        return switch (access.value()) {
            case Access.PUBLIC -> "public";
            case Access.SIGNED_IN -> TOKEN;
            default -> "role";
        };
    }

    private static boolean takes(HandlerMethod method, Class<?> argument) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == argument);
    }

    private static void describeKey(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name("Idempotency-Key")
                .description(
                        "8..200 visible characters, best a random UUID; for a day the same key gets the same answer")
                .schema(new StringSchema()));
    }

    private static void describeVersion(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name("If-Match")
                .description("the ETag of what was read; 412 when it has changed since, 428 without it")
                .required(true)
                .schema(new StringSchema()));
    }

    private static void describePaging(Operation operation) {
        IntegerSchema limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(Cursor.MAX_LIMIT));
        limit.setDefault(Cursor.DEFAULT_LIMIT);
        operation.addParametersItem(new QueryParameter()
                .name("cursor")
                .description("the `next` of the page before")
                .schema(new StringSchema()));
        operation.addParametersItem(new QueryParameter().name("limit").schema(limit));
    }
}
