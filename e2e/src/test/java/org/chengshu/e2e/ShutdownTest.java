package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node asked to stop while devices and people are busy with it. */
class ShutdownTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void stopsWithinItsLimitAndLosesNothingItAcknowledged() throws Exception {
        Path data = folder.resolve("city");
        try (NodeProcess node = NodeProcess.start(data)) {
            String token = Loop.on(node).tokenOf("probe-1");
            Path bundle = folder.resolve("bundle.zip");
            assertThat(NodeProcess.said("doctor", "--data", data.toString(), "--bundle", bundle.toString()))
                    .startsWith("The node runs at ")
                    .contains("warning  Backup: There is no backup", "-> Run ./chengshu backup")
                    .contains("ok       Database:", "ok       JDK: Java 2");
            assertThat(bundle).satisfies(ShutdownTest::holdsNoSecret);
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
            assertThat(NodeProcess.said("doctor", "--data", data.toString(), "--http-port", "0"))
                    .startsWith("No node answers on " + data)
                    .contains("ok       Embedded database: It starts");
            assertThat(node.hasLeftADatabaseRunning()).isFalse();

            node.restart();
            assertThat(load.stored()).containsAll(load.acknowledged());
        }
    }

    private static void holdsNoSecret(Path bundle) {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains(
                            "report.json",
                            "threads.txt",
                            "settings.json",
                            "versions.txt",
                            "logs/chengshu.log",
                            "files.txt");
            for (ZipEntry entry : zip.stream().toList()) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(text).as(entry.getName()).doesNotContainPattern("cs_[A-Za-z0-9_-]{30,}");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
