package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The drill: a data folder is lost at the worst moment and comes back from its backup as it was at a moment before. */
class DestroyedFolderTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private final Instant first = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(6));

    @TempDir
    Path folder;

    @Test
    void comesBackExactlyAsItWasAtTheMomentAskedFor() throws Exception {
        Path data = folder.resolve("city");
        Path backups = folder.resolve("backups");
        String[] settings = {"--set", "backup.folder=" + backups, "--set", "backup.log-every=5s"};
        Set<Instant> before;
        Instant moment;
        Load wanted;
        Load unwanted;
        JsonNode backup;
        try (NodeProcess node = NodeProcess.start(data, settings)) {
            String token = Loop.on(node).tokenOf("probe-1");
            wanted = Load.from(first, node, token);
            backup = backUp(node);
            Load underWay = wanted;
            int then = wanted.acknowledged().size();
            Until.within(
                    SOON, "more after the backup", () -> underWay.acknowledged().size() > then + 100);
            wanted.close();
            before = wanted.storedInTheEnd();
            assertThat(before).containsAll(wanted.acknowledged());
            moment = Instant.now();

            unwanted = Load.from(first.plus(Duration.ofHours(2)), node, token);
            Load later = unwanted;
            Until.within(
                    SOON, "more after the moment", () -> later.acknowledged().size() > 100);
            Instant end = Instant.now();
            Until.within(SOON, "the log to be kept", () -> Instant.parse(node.get("/api/core/v1/backups")
                            .path("items")
                            .get(0)
                            .path("restorableUntil")
                            .asString())
                    .isAfter(end));
            node.kill();
            node.killDatabase();
            unwanted.close();
        }
        delete(data);
        assertThat(data).doesNotExist();

        String said = NodeProcess.run(
                "restore", backups.toString(), "--to-time", moment.toString(), "--data", data.toString());
        System.out.printf(
                "drill: backup of %d bytes in %.1f s under load; %s%n",
                backup.path("bytes").asLong(), backup.path("seconds").asDouble(), said.replace('\n', ' '));

        try (NodeProcess node = NodeProcess.start(data, settings)) {
            assertThat(wanted.storedAt(node)).isEqualTo(before);
            assertThat(unwanted.acknowledged()).isNotEmpty();
            assertThat(unwanted.storedAt(node)).isEmpty();
            backUp(node);
        }
        assertThat(NodeProcess.run("backup", "verify", backups.toString()))
                .contains("whole: ")
                .doesNotContain("faults");
    }

    private static JsonNode backUp(NodeProcess node) {
        String id = node.post("/api/core/v1/backups", Map.of()).path("id").asString();
        Until.within(SOON, "the backup", () -> {
            String state = node.get("/api/core/v1/jobs/" + id).path("state").asString();
            if (state.equals("failed")) {
                throw new IllegalStateException(
                        node.get("/api/core/v1/jobs/" + id).toString());
            }
            return state.equals("done");
        });
        return node.get("/api/core/v1/jobs/" + id).path("result");
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
