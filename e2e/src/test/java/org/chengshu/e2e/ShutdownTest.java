package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node asked to stop while devices and people are busy with it. */
class ShutdownTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path data;

    @Test
    void stopsWithinItsLimitAndLosesNothingItAcknowledged() throws Exception {
        try (NodeProcess node = NodeProcess.start(data)) {
            String token = Loop.on(node).tokenOf("probe-1");
            Load load = Load.on(node, token);
            try (AutoCloseable _ = node.watchLive("/api/sense/v1/devices/live")) {
                Until.within(
                        Duration.ofSeconds(30),
                        "a good load",
                        () -> load.acknowledged().size() > 300 && load.overHttp() > 20);
                Duration took = node.terminate();
                load.close();
                System.out.printf(
                        "shutdown under load: %d acknowledged (%d over HTTP), stopped in %.1f s%n",
                        load.acknowledged().size(), load.overHttp(), took.toMillis() / 1_000.0);
                assertThat(took).isLessThan(LIMIT);
            }
            assertThat(node.hasLeftADatabaseRunning()).isFalse();

            node.restart();
            assertThat(load.stored()).containsAll(load.acknowledged());
        }
    }
}
