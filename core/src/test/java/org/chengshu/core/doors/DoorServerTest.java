package org.chengshu.core.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneId;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.NodeArguments;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.kernel.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

@SpringBootTest(
        classes = {DoorServerTest.OnlyTheDoor.class, DoorServerTest.ItsSettings.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class DoorServerTest {
    @Autowired
    DoorPorts ports;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void letsModulesHangRoutesOnTheDevicesPort() throws Exception {
        assertThat(ask("POST", "/v1/echo", "21 µg/m³").body()).isEqualTo("21 µg/m³");
    }

    @Test
    void answersAnUnknownPathAWrongMethodAndALargeBodyWithProblems() throws Exception {
        assertProblem(ask("GET", "/v1/nowhere", ""), 404, "NOT_FOUND");
        assertProblem(ask("DELETE", "/v1/echo", ""), 405, "METHOD_NOT_ALLOWED");
        assertProblem(ask("POST", "/v1/echo", "x".repeat(DoorRoutes.LARGEST_BODY + 1)), 413, "TOO_LARGE");
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws Exception {
        assertThat(ask("POST", "/v1/echo", "x".repeat(DoorRoutes.LARGEST_BODY)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersAFaultWithItsCodeAndKeepsWhatBrokeInsideToItself() throws Exception {
        HttpResponse<String> fault = ask("GET", "/v1/fault", "");
        assertProblem(fault, 403, "FORBIDDEN");
        assertThat(fault.body()).contains("sense of humour");

        HttpResponse<String> broken = ask("GET", "/v1/broken", "");
        assertProblem(broken, 500, "INTERNAL");
        assertThat(broken.body()).doesNotContain("secret");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    private HttpResponse<String> ask(String method, String path, String body) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + ports.device() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("org.chengshu.core.doors")
    static class OnlyTheDoor {
        @Bean
        DoorRoutes routes() {
            return router -> {
                router.route(HttpMethod.POST, "/v1/echo").handler(context -> context.response()
                        .end(context.body().buffer()));
                router.get("/v1/fault").handler(context -> {
                    throw new Fault(CoreError.FORBIDDEN, "no sense of humour");
                });
                router.get("/v1/broken").handler(context -> {
                    throw new IllegalStateException("a secret");
                });
            };
        }
    }

    // Not found by scanning: nodes of other tests have settings of their own.
    static class ItsSettings {
        @Bean
        CitySettings city(NodeArguments arguments) {
            return new CitySettings(
                    arguments.dataFolder(), Optional.empty(), "127.0.0.1", 0, 0, 0, ZoneId.of("Asia/Shanghai"), false);
        }
    }
}
