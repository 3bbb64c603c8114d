package org.chengshu.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.testing.CoreTestApp;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.core.testing.TestRoutes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A node that serves very little. */
@SpringBootTest(
        classes = {CoreTestApp.class, TestCityConfiguration.class, TestRoutes.class},
        properties = {
            "chengshu.setting.http.account-requests=5",
            "chengshu.setting.http.token-requests=3",
            "chengshu.setting.http.stranger-requests=4",
            "chengshu.setting.http.requests-at-once=1"
        },
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RateLimitsTest {
    private static final String ME = "/api/core/v1/me";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Test
    void tellsHowMuchIsLeft() {
        Answer answer = somebody().get(ME);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().allValues("RateLimit-Policy"))
                .containsExactly("\"account\";q=5;w=60", "\"token\";q=3;w=60");
        assertThat(answer.headers().allValues("RateLimit")).containsExactly("\"account\";r=4;t=0", "\"token\";r=2;t=0");
    }

    @Test
    void tellsAFastTokenWhenToComeBack() {
        PeopleClient token = somebody();
        for (int i = 0; i < 3; i++) {
            assertThat(token.get(ME).status()).isEqualTo(200);
        }

        Answer refused = token.get(ME);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 20);
    }

    @Test
    void countsAllTokensOfAnAccountTogether() {
        TestPeople people = new TestPeople(context);
        UUID account = people.account(Optional.empty()).id();
        int served = 0;
        for (int i = 0; i < 6; i++) {
            served +=
                    PeopleClient.at(port).bearer(people.token(account)).get(ME).status() == 200 ? 1 : 0;
        }

        assertThat(served).isEqualTo(5);
    }

    @Test
    void slowsStrangersDownByTheirAddress() {
        Map<String, String> wrong = Map.of("name", "x", "password", "y");
        for (int i = 0; i < 4; i++) {
            PeopleClient.at(port).post("/api/core/v1/login", wrong);
        }

        assertThat(PeopleClient.at(port).post("/api/core/v1/login", wrong).code())
                .isEqualTo("TOO_MANY_REQUESTS");
    }

    @Test
    void tellsThoseWhoFindAllPlacesTakenToComeLater() throws IOException {
        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String token = new TestPeople(context).token("test:fly");
            String half = "POST /api/test/v1/kites/sky HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
            slow.getOutputStream().write(half.getBytes(StandardCharsets.UTF_8));
            Eventually.eventually("a refusal", () -> somebody().get(ME).status() == 429);
            assertThat(somebody().get(ME).header("Retry-After")).isEqualTo("1");
        }

        Eventually.eventually("a free place", () -> somebody().get(ME).status() == 200);
    }

    private PeopleClient somebody() {
        return PeopleClient.at(port).bearer(new TestPeople(context).token());
    }
}
