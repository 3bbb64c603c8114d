package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.chengshu.app.node.NodeAddress;
import org.chengshu.bench.NodeProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that serves people beyond its own machine. */
class PeopleDoorTest {
    private static final String LINTER = "../web/node_modules/@redocly/cli/bin/cli.js";
    private static final String LINT_RULES = "src/test/resources/redocly.yaml";

    @TempDir
    static Path data;

    private static NodeProcess node;

    @BeforeAll
    static void openToTheNetwork() throws IOException {
        node = NodeProcess.start(data, "--bind", "0.0.0.0");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void speaksHttpsWithACertificateOfItsOwn() {
        assertThat(node.people("/").getScheme()).isEqualTo("https");
        assertThat(node.get("/api/core/v1/me").path("name").asString()).isNotBlank();
    }

    @Test
    void doesNotAnswerInTheClear() throws IOException, InterruptedException {
        URI plain = URI.create("http://127.0.0.1:" + node.people("/").getPort() + "/health/ready");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(plain).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("TLS");
        }
    }

    @Test
    void isKnownOnlyToThoseWhoHaveItsCertificate() {
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(node.people("/health/ready")).build();

            assertThatThrownBy(() -> stranger.send(request, HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void tellsBrowsersToComeOverHttpsNextTime() throws IOException, InterruptedException {
        HttpClient.Builder builder = HttpClient.newBuilder();
        NodeAddress.readFrom(data).flatMap(NodeAddress::trust).ifPresent(builder::sslContext);
        try (HttpClient client = builder.build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(node.people("/health/ready")).build();
            HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());

            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @Test
    void describesItsApiWithoutAFindingOfTheLinter() throws IOException, InterruptedException {
        Path description = data.resolve("openapi.json");
        Files.writeString(description, node.get("/openapi").toString());
        Process lint = new ProcessBuilder("node", LINTER, "lint", description.toString(), "--config", LINT_RULES)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("lint.txt").toFile())
                .start();

        assertThat(lint.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(data.resolve("lint.txt")))
                .contains("Your API description is valid")
                .doesNotContain("Warning was generated")
                .doesNotContain("Error was generated");
        assertThat(lint.exitValue()).isZero();
    }
}
