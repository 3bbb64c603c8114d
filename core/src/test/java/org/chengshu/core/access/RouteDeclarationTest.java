package org.chengshu.core.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengshu.core.testing.CoreTestApp;
import org.chengshu.core.testing.TestCityConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

class RouteDeclarationTest {
    @Test
    void stopsTheStartWhenARouteDoesNotSayWhoMayUseIt() {
        SpringApplicationBuilder node =
                new SpringApplicationBuilder(CoreTestApp.class, TestCityConfiguration.class, Forgetful.class);

        assertThatThrownBy(() -> node.run().close())
                .hasStackTraceContaining("routes without @Access: [[/api/test/v1/forgotten]");
    }

    @Test
    void stopsTheStartWhenARouteForAnybodyDoesNotSayWhatLimitsIt() {
        SpringApplicationBuilder node =
                new SpringApplicationBuilder(CoreTestApp.class, TestCityConfiguration.class, Vague.class);

        assertThatThrownBy(() -> node.run().close())
                .hasStackTraceContaining("routes that do not say what limits them")
                .hasStackTraceContaining("GET /api/test/v1/vague")
                .hasStackTraceContaining("DELETE /api/test/v1/vague/{id}: reach = NONE needs its reason");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Vague {
        @RestController
        static class Door {
            @GetMapping("/api/test/v1/vague")
            @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED)
            String open() {
                return "come in";
            }

            @DeleteMapping("/api/test/v1/vague/{id}")
            @Access(value = Access.SIGNED_IN, audit = "door.closed", reach = Access.Reach.NONE)
            void close(@PathVariable String id) {}
        }
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
