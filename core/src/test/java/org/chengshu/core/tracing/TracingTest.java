package org.chengshu.core.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** On a node of its own: whichever started last in this program has the log. */
@CoreTest
@TestPropertySource(properties = "spring.application.name=traced")
class TracingTest {
    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    @Test
    void takesTheTraceIdOfTheCallerOver() {
        Answer answer = PeopleClient.at(port)
                .with("traceparent", "00-" + ID + "-00f067aa0ba902b7-01")
                .get("/api/core/v1/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("X-Trace-Id")).isEqualTo(ID);
        assertThat(answer.json().path("traceId").asString()).isEqualTo(ID);
    }

    @Test
    void makesOneWhereTheCallerSendsNoneOrNonsense() {
        PeopleClient nobody = PeopleClient.at(port);
        String zeros = "0".repeat(32);
        for (String parent : new String[] {"", "nonsense", "00-" + zeros + "-00f067aa0ba902b7-01", "ff-" + ID}) {
            String id =
                    nobody.with("traceparent", parent).get("/api/core/v1/me").header("X-Trace-Id");
            assertThat(id).as(parent).matches("[0-9a-f]{32}").isNotEqualTo(ID).isNotEqualTo(zeros);
        }
        assertThat(nobody.get("/no/such/page.txt").header("X-Trace-Id")).matches("[0-9a-f]{32}");
    }

    @Test
    void whatWentWrongIsFoundInTheLogByItsTraceIdAndHoldsNoSecret() throws IOException {
        String token = new TestPeople(context).token();
        Answer answer = PeopleClient.at(port).bearer(token).post("/api/test/v1/breakdown?password=hush", "a body");
        assertThat(answer.status()).isEqualTo(500);

        Path log = context.getBean(CitySettings.class).dataFolder().resolve("logs/chengshu.log");
        eventually("the log has it", () -> read(log).contains(answer.header("X-Trace-Id")));
        assertThat(read(log))
                .contains("/api/test/v1/breakdown")
                .doesNotContain(token)
                .doesNotContain("hush");
    }

    @Test
    void workDoneLaterRunsUnderTheIdOfWhoeverAskedForIt() throws InterruptedException {
        String[] seen = new String[2];
        Runnable[] later = new Runnable[1];
        Tracing.under(
                ID,
                () -> later[0] =
                        Tracing.carried(() -> seen[0] = Tracing.current().orElse("none")));
        Thread thread = Thread.ofVirtual().start(() -> {
            later[0].run();
            seen[1] = Tracing.current().orElse("none");
        });
        thread.join();

        assertThat(seen).containsExactly(ID, "none");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
