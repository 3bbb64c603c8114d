package org.chengshu.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@CoreTest
class PeoplePortTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private PeopleClient nobody;
    private PeopleClient flyer;
    private String token;

    @BeforeEach
    void come() {
        nobody = PeopleClient.at(port);
        token = new TestPeople(context).token("test:fly");
        flyer = nobody.bearer(token);
    }

    @Test
    void speaksThePlatformsJson() {
        String kite = """
                {"name": "swallow", "severity": 3, "wayOut": "main-door", "flight": "PT90S",
                 "seen": "2026-01-02T03:04:05+08:00", "words": [{"zh": "风", "en": "wind"}]}
                """;

        JsonNode back = flyer.postText("/api/test/v1/kites/hill", kite).json();

        assertThat(back.path("severity").asInt()).isEqualTo(3);
        assertThat(back.path("wayOut").asString()).isEqualTo("main-door");
        assertThat(back.path("flight").asString()).isEqualTo("PT1M30S");
        assertThat(back.path("seen").asString()).isEqualTo("2026-01-01T19:04:05Z");
        assertThat(back.path("words").path(0).path("zh").asString()).isEqualTo("风");
    }

    @Test
    void leavesOutWhatIsOptional() {
        JsonNode back = flyer.postText("/api/test/v1/kites/hill", "{\"name\":\"swallow\",\"severity\":1}")
                .json();

        assertThat(back.path("seen").isNull()).isTrue();
    }

    @Test
    void tellsWhereAJsonIsBroken() {
        Answer answer = flyer.postText("/api/test/v1/kites/hill", "{\"name\":");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("BAD_REQUEST");
        assertThat(answer.json().path("errors").path(0).path("place").asString())
                .startsWith("line 1");
    }

    @Test
    void takesNoEndlessJson() throws IOException {
        byte[] piece = "0,".repeat(32 * 1024).getBytes(StandardCharsets.US_ASCII);
        String head = "POST /api/test/v1/kites/hill HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: 100000000\r\n\r\n{\"unknown\":[";

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent <= 32 * 1024 * 1024; sent += piece.length) {
                out.write(piece);
            }
            byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 413".length());

            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void namesTheFieldThatIsMissingOrWrong() {
        assertThat(detail("{\"severity\":1}")).contains("name is missing");
        assertThat(detail("{\"name\":\" \"}")).contains("a kite has a name");
        assertThat(detail("{\"name\":\"x\",\"severity\":9}"))
                .contains("/severity")
                .contains("1..4");
        assertThat(detail("{\"name\":\"x\",\"wayOut\":\"roof\"}")).contains("/wayOut");
    }

    private String detail(String kite) {
        Answer answer = flyer.postText("/api/test/v1/kites/hill", kite);
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().path("detail").asString();
    }

    @Test
    void readsWordsInAddresses() {
        Answer good = flyer.get("/api/test/v1/way-out?way=window&worst=2&limit=7");
        Answer bad = flyer.get("/api/test/v1/way-out?way=roof");

        assertThat(good.json().path("limit").asInt()).isEqualTo(7);
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.json().path("detail").asString()).isEqualTo("way: one of main-door, window, not roof");
    }

    @Test
    void refusesACursorThatNoPageGave() {
        assertThat(flyer.get("/api/test/v1/way-out?cursor=abc").status()).isEqualTo(400);
        assertThat(flyer.get("/api/test/v1/way-out?limit=0").status()).isEqualTo(400);
        assertThat(flyer.get("/api/test/v1/way-out?limit=501").status()).isEqualTo(400);
        assertThat(flyer.get("/api/test/v1/way-out?limit=many").status()).isEqualTo(400);
    }

    @Test
    void answersUnknownAddressesAndMethodsWithProblems() {
        assertThat(nobody.get("/api/test/v1/nothing").code()).isEqualTo("NOT_FOUND");
        assertThat(nobody.get("/api/test/v1/breakdown").code()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(nobody.get("/api/test/v1/a;b=c/%2e%2e/x").code()).isEqualTo("BAD_REQUEST");
    }

    @Test
    void tellsNothingOfTheHouseWhenItBreaksDown() {
        Answer answer = flyer.post("/api/test/v1/breakdown", "");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("INTERNAL");
        assertThat(answer.json().path("incident").asString()).hasSize(12);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void listsAllFaultsOfAnInputInBothLanguages() {
        JsonNode errors = flyer.post("/api/test/v1/faulty", "").json().path("errors");

        assertThat(errors.size()).isEqualTo(2);
        assertThat(errors.path(1).path("place").asString()).isEqualTo("kites.yaml:9");
        assertThat(errors.path(1).path("detail").asString()).isEqualTo("no tail");
        assertThat(errors.path(1).path("detailZh").asString()).isEqualTo("没有尾");
    }

    @Test
    void saysWhenToComeBack() {
        assertThat(flyer.post("/api/test/v1/busy", "").header("Retry-After")).isEqualTo("3");
    }

    @Test
    void titlesProblemsInTheLanguageAskedFor() {
        assertThat(nobody.with("Accept-Language", "zh-CN")
                        .get("/api/core/v1/me")
                        .json()
                        .path("title")
                        .asString())
                .isEqualTo("请先登录");
        assertThat(nobody.get("/api/core/v1/me").json().path("title").asString())
                .isEqualTo("Sign in first");
    }

    @Test
    void tellsBrowsersToBeCareful() {
        Answer answer = nobody.get("/health/ready");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("script-src 'self';")
                .contains("worker-src 'self' blob:")
                .contains("frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void showsHealthAndMetricsAndNoOtherEndpoint() {
        assertThat(nobody.get("/health/ready").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(nobody.get("/metrics").body()).contains("# TYPE jvm_memory_used_bytes gauge");
        assertThat(nobody.get("/env").body()).contains("test desk");
        assertThat(nobody.get("/actuator/health").body()).contains("test desk");
    }

    @Test
    void describesItsApi() {
        JsonNode api = nobody.get("/openapi").json();

        assertThat(api.path("openapi").asString()).startsWith("3.1");
        JsonNode paths = api.path("paths");
        assertThat(paths.at("/~1api~1core~1v1~1login/post/x-access").asString()).isEqualTo("public");
        assertThat(paths.at("/~1api~1core~1v1~1me/get/x-access").asString()).isEqualTo("token");
        assertThat(paths.at("/~1api~1core~1v1~1accounts/post/x-access").asString())
                .isEqualTo("role");
        assertThat(paths.at("/~1api~1core~1v1~1audit/get/parameters").toString())
                .contains("\"cursor\"")
                .contains("\"limit\"")
                .doesNotContain("viewer");
    }

    @Test
    void answersPathsOfTheScreensWithTheirEntry() {
        assertThat(nobody.get("/").body()).contains("test desk");
        assertThat(nobody.get("/cases/123").body()).contains("test desk");
        assertThat(nobody.get("/data/name.with-dots").body()).contains("test desk");
        assertThat(nobody.get("/screen/wall").body()).contains("test screen");
        assertThat(nobody.get("/assets/app.js").header("Cache-Control")).contains("immutable");
        assertThat(nobody.get("/assets/gone.js").status()).isEqualTo(404);
        assertThat(nobody.get("/favicon.png").status()).isEqualTo(404);
    }
}
