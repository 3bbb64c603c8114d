package org.chengshu.core.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengshu.core.testing.CoreTestApp;
import org.chengshu.core.testing.TestCityConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class RouteDeclarationTest {
    @Test
    void stopsTheStartWhenARouteDoesNotSayWhoMayUseIt() {
        SpringApplicationBuilder node =
                new SpringApplicationBuilder(CoreTestApp.class, TestCityConfiguration.class, Forgetful.class);

        assertThatThrownBy(() -> node.run().close())
                .hasStackTraceContaining("routes without @Access: [[/api/test/v1/forgotten]");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Forgetful {
        @RestController
        static class Door {
            @GetMapping("/api/test/v1/forgotten")
            String open() {
                return "come in";
            }
        }
    }
}
