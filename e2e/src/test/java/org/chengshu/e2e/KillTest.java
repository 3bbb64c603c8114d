package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Until;
import org.chengshu.bench.faults.KillRounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node killed at the worst moment, again and again: what was acknowledged is there, once; alarms and cases likewise. */
class KillTest {
    private static final int ROUNDS = 1;
    private static final int ROUNDS_UNDER_FULL_LOAD = 3;
    private static final Duration LOAD = Duration.ofSeconds(3);

    @TempDir
    Path data;

    @Test
    void whatWasAcknowledgedSurvivesAndNothingIsDoubled() throws Exception {
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(3600);
        Set<Instant> acknowledged = new ConcurrentSkipListSet<>();
        try (NodeProcess node = NodeProcess.start(data)) {
            Loop loop = Loop.on(node);
            String token = loop.tokenOf("probe-1");
            Instant next = start;
            for (int round = 0; round < ROUNDS; round++) {
                next = loadUntilKilled(node, token, next, acknowledged);
                node.killAndRestart();
                assertThat(stored(node, start)).containsAll(acknowledged);
            }
            assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * 10);
            assertThat(loop.alarms("state=all&rule=dusty")).hasSize(1);
            Until.within(Loop.SOON, "the alarm's case", () -> !loop.cases("").isEmpty());
            assertThat(loop.cases("")).hasSize(1);
        }
    }

    @Test
    void underFullLoadNothingAcknowledgedIsLostOrDoubledAndRulesGoOn() throws Exception {
        KillRounds rounds = new KillRounds(ROUNDS_UNDER_FULL_LOAD, 2, NodeProcess.QUICK_TO_START);

        assertThat(rounds.run(data, List.of())).isNotEmpty().allSatisfy(figure -> assertThat(figure.ours())
                .as(figure.name())
                .isZero());
    }

    // Every value is above the alarm's threshold: one long run, however often the node dies in it.
    private static Instant loadUntilKilled(NodeProcess node, String token, Instant from, Set<Instant> acknowledged)
            throws Exception {
        AtomicBoolean dead = new AtomicBoolean();
        Instant time = from;
        MqttDevice probe = MqttDevice.connect(node.mqttPort(), token);
        Thread killer = Thread.ofVirtual().start(() -> {
            java.util.concurrent.locks.LockSupport.parkNanos(LOAD.toNanos());
            dead.set(true);
            try {
                node.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (!dead.get()) {
            Instant sent = time;
            CompletableFuture<Boolean> publication =
                    probe.publish(Loop.dust(sent, 400)).thenApply(done -> acknowledged.add(sent));
            time = time.plusMillis(20);
            awaitBriefly(publication);
        }
        killer.join();
        probe.close();
        return time;
    }

    private static void awaitBriefly(CompletableFuture<Boolean> publication) {
        try {
            publication.get(2, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            // The node died before it acknowledged: that reading may be stored or not.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Set<Instant> stored(NodeProcess node, Instant from) {
        var readings = node.get("/api/sense/v1/devices/probe-1/series/dust/readings?limit=10000&from=" + from + "&to="
                        + from.plusSeconds(3600))
                .path("items");
        Set<Instant> times = StreamSupport.stream(readings.spliterator(), false)
                .map(item -> Instant.parse(item.path("time").asString()))
                .collect(Collectors.toSet());
        assertThat(times).hasSize(readings.size());
        return times;
    }
}
