package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A data folder on a small disk that fills up. The disk is a tmpfs, which only root can mount; for everybody else this is
 * reported as skipped, and the same rules are tried on a disk of the imagination by {@code DiskWatchTest}.
 */
class FullDiskTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long MIB = 1 << 20;

    @TempDir
    Path disk;

    @Test
    void stopsTakingDataInBeforeTheDatabaseDiesAndGoesOnByItself() throws Exception {
        assumeTrue(mount(), "mounting a small disk needs root; DiskWatchTest tries the same with an imagined one");
        try (NodeProcess node = NodeProcess.start(disk.resolve("city"), "--set", "disk.stop-below-percent=20")) {
            String token = Loop.on(node).tokenOf("probe-1");
            Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
            assertThat(node.asDevice(token, Loop.dust(time, 1)).statusCode()).isEqualTo(200);
            Path ballast = fillUp();

            Until.within(
                    SOON,
                    "the HTTP door to be busy",
                    () -> node.asDevice(token, Loop.dust(time.plusSeconds(1), 1))
                                    .statusCode()
                            == 429);
            HttpResponse<String> busy = node.asDevice(token, Loop.dust(time.plusSeconds(1), 1));
            assertThat(Integer.parseInt(busy.headers().firstValue("Retry-After").orElse("0")))
                    .isGreaterThan(5);
            Until.within(
                    SOON,
                    "the health page to say so",
                    () -> disk(node).path("state").asString().equals("down"));
            assertThat(disk(node).path("remedy").path("zh").asString()).contains("不要删除数据目录");
            try (MqttDevice probe = MqttDevice.connect(node.mqttPort(), token)) {
                CompletableFuture<Void> waits = probe.publish(Loop.dust(time.plusSeconds(2), 1));
                assertThat(node.get("/api/sense/v1/devices/probe-1")
                                .path("code")
                                .asString())
                        .isEqualTo("probe-1");
                assertThat(waits).isNotDone();

                Files.delete(ballast);
                Until.within(SOON, "the MQTT door to take it", waits::isDone);
            }
            Until.within(
                    SOON,
                    "the HTTP door to take data",
                    () -> node.asDevice(token, Loop.dust(time.plusSeconds(1), 1))
                                    .statusCode()
                            == 200);
            Until.within(
                    SOON,
                    "the health page to be content",
                    () -> !disk(node).path("state").asString().equals("down"));
            assertThat(node.get("/api/sense/v1/devices/probe-1/series/dust/readings?from=" + time + "&to="
                                    + time.plusSeconds(60))
                            .path("items"))
                    .hasSize(3);
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }

    private static JsonNode disk(NodeProcess node) {
        for (JsonNode item : node.get("/api/core/v1/health").path("items")) {
            if (item.path("name").asString().equals("disk")) {
                return item;
            }
        }
        throw new AssertionError("the health page does not speak of the disk");
    }

    /** Leaves less than a fifth of the disk, but enough for what the database does meanwhile. */
    private Path fillUp() throws IOException {
        Path ballast = disk.resolve("ballast");
        byte[] block = new byte[(int) MIB];
        try (var out = Files.newOutputStream(ballast)) {
            while (Files.getFileStore(disk).getUsableSpace() > 150 * MIB) {
                out.write(block);
            }
        }
        return ballast;
    }

    private boolean mount() throws IOException, InterruptedException {
        return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=900m", "tmpfs", disk.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
