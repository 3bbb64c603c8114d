package org.chengshu.core.events.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengshu.core.testing.Eventually.eventually;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventListener;
import org.chengshu.core.events.EventType;
import org.chengshu.core.events.Outbox;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

@SpringBootTest(
        classes = {OutboxTest.App.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class OutboxTest {
    @Autowired
    Outbox outbox;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext sql;

    @Autowired
    Ledger ledger;

    @Autowired
    Listeners listeners;

    @Autowired
    Courier courier;

    @Autowired
    DeliveryStore store;

    @BeforeEach
    void emptyLedger() {
        sql.execute("create table if not exists facts.ledger (n bigserial, listener text, key text, step int)");
        ledger.failOnce.clear();
    }

    @Test
    void refusesAnEventOutsideATransaction() {
        assertThatThrownBy(() -> outbox.emit(new StepTaken("outside", 1, Text.of("一", "one"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
    }

    @Test
    void refusesAnEventWithoutAStableName() {
        assertThatThrownBy(() -> transactions.run(() -> outbox.emit(new Nameless("k"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("@EventType");
    }

    @Test
    void deliversAfterTheCommitToEveryListenerAndNothingOfARollback() {
        transactions.run(() -> take("committed", 1));
        assertThatThrownBy(() -> transactions.run(() -> {
                    take("rolled-back", 1);
                    throw new IllegalStateException("broken half way");
                }))
                .hasMessage("broken half way");
        transactions.run(() -> take("committed", 2));

        eventually(
                "both listeners heard both steps",
                () -> steps("first", "committed").size() == 2
                        && steps("second", "committed").size() == 2);
        assertThat(steps("first", "rolled-back")).isEmpty();
    }

    @Test
    void makesTheWorkCountOnceThoughTheListenerBreaksBetweenWorkAndCommit() {
        ledger.failOnce.add("first:crash:1");

        transactions.run(() -> take("crash", 1));

        eventually("delivered again", () -> !steps("first", "crash").isEmpty());
        assertThat(ledger.failOnce).isEmpty();
        assertThat(steps("first", "crash")).containsExactly(1);
        eventually("marked done", () -> pending("crash") == 0);
        assertThat(attempts("first", "crash")).isEqualTo(2);
    }

    @Test
    void holdsBackOnlyTheKeyAndTheListenerThatFail() {
        ledger.failing.add("first:poisoned");
        transactions.run(() -> {
            take("poisoned", 1);
            take("healthy", 1);
            take("poisoned", 2);
            take("healthy", 2);
        });

        eventually(
                "the healthy key is delivered", () -> steps("first", "healthy").equals(List.of(1, 2)));
        eventually("the other listener hears of both", () -> steps("second", "poisoned")
                .equals(List.of(1, 2)));
        assertThat(steps("first", "poisoned")).isEmpty();

        ledger.failing.clear();
        eventually("the key goes on in order", () -> steps("first", "poisoned").equals(List.of(1, 2)));
    }

    @Test
    void keepsTheOrderOfEachKeyWhileTwoDispatchersWorkOnOneDatabase() {
        Dispatcher other = new Dispatcher(listeners, courier, store, Clock.systemUTC());
        other.start();
        try {
            IntStream.rangeClosed(1, 3).forEach(n -> ledger.failOnce.add("first:lane-" + n + ":" + n * 10));
            IntStream.rangeClosed(1, 40)
                    .forEach(step -> transactions.run(() -> {
                        IntStream.rangeClosed(1, 25).forEach(lane -> take("lane-" + lane, step));
                        transactions.afterCommit(() -> other.wake(Set.of("first", "second")));
                    }));

            eventually("all 1000 steps are taken twice", () -> count("lane-%") == 2000);
        } finally {
            other.stop();
        }
        List<Integer> all = IntStream.rangeClosed(1, 40).boxed().toList();
        for (int lane = 1; lane <= 25; lane++) {
            assertThat(steps("first", "lane-" + lane)).isEqualTo(all);
            assertThat(steps("second", "lane-" + lane)).isEqualTo(all);
        }
    }

    @Test
    void saysWhatIsStoredUnderATypeThatTheListenerDoesNotKnow() {
        UUID id = UUID.randomUUID();
        sql.execute("insert into cs_core.event values (?, 'test.forgotten', 'old', '{}', now())", id);
        sql.execute(
                "insert into cs_core.delivery (listener, key, event_id, next_at) values ('first', 'old', ?, now())",
                id);

        eventually(
                "the reason is kept",
                () -> sql.fetchValue("select last_error from cs_core.delivery where key = 'old'") != null);

        assertThat(sql.fetchValue("select last_error from cs_core.delivery where key = 'old'"))
                .asString()
                .contains("test.forgotten");
        sql.execute("delete from cs_core.delivery where key = 'old'");
    }

    @Test
    void forgetsWhatIsDoneSinceLongAndKeepsTheRest() {
        transactions.run(() -> {
            take("aged", 1);
            take("recent", 1);
        });
        eventually("delivered", () -> pending("aged") + pending("recent") == 0);
        sql.execute("update cs_core.delivery set done_at = done_at - interval '8 days' where key = 'aged'");

        store.purge(Clock.systemUTC().instant().minus(Duration.ofDays(7)));

        assertThat(sql.fetch("select key from cs_core.event where key in ('aged', 'recent')")
                        .getValues(0, String.class))
                .containsExactly("recent");
    }

    @Test
    void pausesLongerAfterEachFailureUpToFiveMinutes() {
        assertThat(IntStream.of(1, 2, 3, 9, 10, 1000).mapToObj(Courier::pauseAfter))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(256),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5));
    }

    private void take(String key, int step) {
        outbox.emit(new StepTaken(key, step, Text.of("走了一步", "a step")));
    }

    private List<Integer> steps(String listener, String key) {
        return sql.fetch("select step from facts.ledger where listener = ? and key = ? order by n", listener, key)
                .getValues(0, Integer.class);
    }

    private long count(String keyPattern) {
        return sql.fetchSingle("select count(*) from facts.ledger where key like ?", keyPattern)
                .get(0, Long.class);
    }

    private long pending(String key) {
        return sql.fetchSingle("select count(*) from cs_core.delivery where key = ? and done_at is null", key)
                .get(0, Long.class);
    }

    private int attempts(String listener, String key) {
        return sql.fetchSingle("select attempts from cs_core.delivery where listener = ? and key = ?", listener, key)
                .get(0, Integer.class);
    }

    @EventType("test.step-taken")
    record StepTaken(String key, int step, Text note) implements Event {}

    record Nameless(String key) implements Event {}

    record Ledger(DSLContext sql, Set<String> failOnce, Set<String> failing) {
        void write(String listener, StepTaken event) {
            sql.execute(
                    "insert into facts.ledger (listener, key, step) values (?, ?, ?)",
                    listener,
                    event.key(),
                    event.step());
            String name = listener + ":" + event.key();
            if (failOnce.remove(name + ":" + event.step()) || failing.contains(name)) {
                throw new IllegalStateException("the node broke before the commit");
            }
        }
    }

    record Writer(String name, Ledger ledger) implements EventListener<StepTaken> {
        @Override
        public Class<StepTaken> type() {
            return StepTaken.class;
        }

        @Override
        public void on(StepTaken event, UUID eventId) {
            ledger.write(name, event);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({"org.chengshu.core.db", "org.chengshu.core.events"})
    static class App {
        @Bean
        Ledger ledger(DSLContext sql) {
            return new Ledger(sql, ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());
        }

        @Bean
        EventListener<StepTaken> first(Ledger ledger) {
            return new Writer("first", ledger);
        }

        @Bean
        EventListener<StepTaken> second(Ledger ledger) {
            return new Writer("second", ledger);
        }
    }
}
