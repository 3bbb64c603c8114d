package org.chengshu.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@CoreTest
class RepeatedRequestsTest {
    private static final String TOKENS = "/api/core/v1/tokens";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    DSLContext sql;

    private final String key = UUID.randomUUID().toString();
    private PeopleClient somebody;

    @BeforeEach
    void come() {
        somebody = PeopleClient.at(port).bearer(new TestPeople(context).token("test:fly"));
    }

    @Test
    void answersTheSameKeyAsBeforeAndDoesNothingTwice() {
        Answer first = issue(key, "phone");
        Answer second = issue(key, "phone");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(tokensLabelled("phone")).isEqualTo(1);
    }

    @Test
    void takesAKeyForOneRequestOnly() {
        issue(key, "phone");

        Answer other = issue(key, "watch");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(tokensLabelled("watch")).isZero();
    }

    @Test
    void knowsTheKeysOfDifferentPeopleApart() {
        PeopleClient another = PeopleClient.at(port).bearer(new TestPeople(context).token());

        Answer mine = issue(key, "phone");
        Answer theirs = another.with("Idempotency-Key", key).post(TOKENS, Map.of("label", "phone"));

        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.body()).isNotEqualTo(mine.body());
    }

    @Test
    void keepsNoRefusalBecauseNothingWasDone() {
        Answer refused = issue(key, " ");
        Answer mended = issue(key, "phone");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(mended.status()).isEqualTo(201);
    }

    @Test
    void refusesAKeyThatCouldBeGuessed() {
        assertThat(issue("1", "phone").code()).isEqualTo("BAD_REQUEST");
    }

    @Test
    void doesOnceWhatIsAskedByManyAtTheSameTime() throws Exception {
        List<Callable<Answer>> requests = Stream.generate(() -> (Callable<Answer>) () -> issue(key, "crowd"))
                .limit(8)
                .toList();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Answer> answers =
                    crowd.invokeAll(requests).stream().map(Future::resultNow).toList();

            Set<String> given = answers.stream()
                    .filter(answer -> answer.status() == 201)
                    .map(Answer::body)
                    .collect(Collectors.toSet());
            assertThat(given).hasSize(1);
            assertThat(answers)
                    .allMatch(answer -> answer.status() == 201
                            || (answer.code().equals("IDEMPOTENCY_KEY_IN_USE")
                                    && answer.header("Retry-After").equals("1")));
            assertThat(tokensLabelled("crowd")).isEqualTo(1);
        }
    }

    @Test
    void keepsSecretsUnreadable() {
        String token = issue(key, "phone").json().path("token").asString();

        assertThat(sql.fetch("select answer from cs_core.kept_answer").map(row -> row.get(0, byte[].class)))
                .isNotEmpty()
                .noneMatch(answer -> new String(answer, StandardCharsets.ISO_8859_1).contains(token));
    }

    @Test
    void doesOnceWhatBrokeOffBeforeItsEnd() {
        PeopleClient keyed = somebody.with("Idempotency-Key", key);
        String stumble = "/api/test/v1/stumbles/" + key;

        Answer broken = keyed.post(stumble, Map.of());
        Answer second = keyed.post(stumble, Map.of());
        Answer third = keyed.post(stumble, Map.of());

        assertThat(broken.status()).isGreaterThanOrEqualTo(500);
        assertThat(second.status()).isEqualTo(200);
        assertThat(third.body()).isEqualTo(second.body());
        assertThat(third.header("Idempotency-Replayed")).isEqualTo("true");
    }

    private Answer issue(String withKey, String label) {
        return somebody.with("Idempotency-Key", withKey).post(TOKENS, Map.of("label", label));
    }

    private long tokensLabelled(String label) {
        return somebody.get(TOKENS).json().path("items").values().stream()
                .filter(token -> token.path("label").asString().equals(label))
                .count();
    }
}
