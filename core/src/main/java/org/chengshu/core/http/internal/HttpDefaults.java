package org.chengshu.core.http.internal;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** How the people port behaves in every node; last in line, so that a node's own properties win. */
public final class HttpDefaults implements EnvironmentPostProcessor {
    private static final String MOST_JSON_BYTES = String.valueOf(32 * 1024 * 1024);

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("chengshu-http", defaults()));
    }

    private static Map<String, Object> defaults() {
        Map<String, Object> values = new HashMap<>();
        values.put("spring.threads.virtual.enabled", "true");
        values.put("spring.mvc.format.date", "iso");
        values.put("spring.mvc.async.request-timeout", "-1");
        values.put("spring.servlet.multipart.resolve-lazily", "true");
        values.put("spring.servlet.multipart.max-file-size", "64MB");
        values.put("spring.servlet.multipart.max-request-size", "66MB");
        values.put("spring.web.resources.add-mappings", "false");
        values.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        values.put("spring.jackson.factory.constraints.read.max-document-length", MOST_JSON_BYTES);
        values.put("server.compression.enabled", "true");
        values.put(
                "server.compression.mime-types",
                "application/json,application/problem+json,text/html,text/css,"
                        + "text/javascript,application/javascript,image/svg+xml,application/geo+json,text/csv");
        values.put("management.endpoints.web.base-path", "/");
        values.put("management.endpoints.web.discovery.enabled", "false");
        values.put("management.endpoints.web.exposure.include", "health,prometheus");
        values.put("management.endpoints.web.path-mapping.prometheus", "metrics");
        values.put("management.endpoint.health.probes.enabled", "true");
        values.put("management.endpoint.health.group.ready.include", "readinessState,db");
        values.put("springdoc.api-docs.enabled", "true");
        values.put("springdoc.api-docs.path", "/openapi");
        values.put("springdoc.api-docs.version", "openapi_3_1");
        values.put("springdoc.packages-to-scan", "org.chengshu");
        return values;
    }
}
