package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A node killed while it fills a derived series back, and again while it works in what was imported: it goes on from where it
 * was, and every value becomes what the whole history makes it.
 */
class KilledDerivationTest {
    private static final int DEVICES = 20;
    private static final int DAYS = 50;
    private static final int PARTS = DEVICES * DAYS;
    /** A checkpoint is kept every fifty parts. */
    private static final int BETWEEN_CHECKPOINTS = 50;

    private static final int HOURS = 24;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final String DERIVED = "/api/sense/v1/derived/mean";
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path data;

    @Test
    void aKilledNodeGoesOnWithWhatItDerives() throws Exception {
        try (NodeProcess node = NodeProcess.start(data)) {
            apply(node, "1.0.0", "");
            node.post("/api/sense/v1/devices", devices());
            take(node, "hours.csv", rows(Duration.ZERO, 100));

            apply(node, "1.1.0", """
                    derived: [{id: mean, product: kiln, property: level, formula: m,
                               windows: [{name: m, of: heat, take: avg, over: PT1H}]}]
                    """);
            theBackFillGoesOnFromItsCheckpoint(node);
            assertThat(levels(node, 7)).hasSize(DAYS * HOURS).containsOnly(107.0);

            String taking = hand(node, "half-hours.csv", rows(Duration.ofMinutes(30), 110));
            Until.within(
                    LONG,
                    "some wait to be worked in",
                    () -> node.get(DERIVED).path("waiting").asInt() > 0);
            node.killAndRestart();

            isTaken(node, taking);
            Until.within(
                    LONG,
                    "everything is worked in",
                    () -> node.get(DERIVED).path("waiting").asInt() == 0);
            for (int device = 0; device < DEVICES; device++) {
                List<Double> expected = new ArrayList<>(Collections.nCopies(2 * DAYS * HOURS, 105.0 + device));
                expected.set(0, 100.0 + device);
                int which = device;
                Until.within(LONG, "the levels of device " + device, () -> levels(node, which)
                        .equals(expected));
            }
        }
    }

    private static void theBackFillGoesOnFromItsCheckpoint(NodeProcess node) throws Exception {
        Until.within(LONG, "a third is filled", () -> job(node).path("done").asLong() > PARTS / 3);
        assertThat(job(node).path("state").asString())
                .as("it is killed on its way")
                .isEqualTo("running");
        node.killAndRestart();
        Until.within(
                LONG, "it is filled", () -> job(node).path("state").asString().equals("done"));
        JsonNode ended = job(node);
        assertThat(ended.path("attempt").asInt()).isEqualTo(2);
        // A beginner would have found a third of the values written already, and would not count them.
        assertThat(ended.at("/result/written").asInt()).isGreaterThan((PARTS - 2 * BETWEEN_CHECKPOINTS) * HOURS);
    }

    private static JsonNode job(NodeProcess node) {
        return node.get("/api/core/v1/jobs?kind=sense.back-fill").at("/items/0");
    }

    private static List<Double> levels(NodeProcess node, int device) {
        List<Double> values = new ArrayList<>();
        node.get("/api/sense/v1/devices/" + code(device) + "/series/level/readings?limit=10000&from=" + START + "&to="
                        + START.plus(Duration.ofDays(DAYS)))
                .path("items")
                .forEach(item -> values.add(item.path("value").asDouble()));
        return values;
    }

    private static void take(NodeProcess node, String name, String rows) {
        isTaken(node, hand(node, name, rows));
    }

    private static String hand(NodeProcess node, String name, String rows) {
        byte[] file = ("code,time,heat\n" + rows).getBytes(StandardCharsets.UTF_8);
        return node.upload(
                        "/api/sense/v1/imports?product=kiln&mapping=kiln-csv&name=" + name,
                        () -> new ByteArrayInputStream(file))
                .path("job")
                .asString();
    }

    private static void isTaken(NodeProcess node, String job) {
        Until.within(LONG, "the import", () -> node.get("/api/core/v1/jobs/" + job)
                .path("state")
                .asString()
                .equals("done"));
        assertThat(node.get("/api/core/v1/jobs/" + job)
                        .at("/result/rowsRejected")
                        .asInt())
                .isZero();
    }

    private static String rows(Duration after, int base) {
        StringBuilder rows = new StringBuilder();
        for (int device = 0; device < DEVICES; device++) {
            for (int hour = 0; hour < DAYS * HOURS; hour++) {
                rows.append(code(device))
                        .append(',')
                        .append(START.plus(Duration.ofHours(hour)).plus(after))
                        .append(',')
                        .append(base + device)
                        .append('\n');
            }
        }
        return rows.toString();
    }

    private static String code(int device) {
        return "kiln-" + device;
    }

    private static List<Map<String, Object>> devices() {
        return IntStream.range(0, DEVICES)
                .<Map<String, Object>>mapToObj(i ->
                        Map.of("code", code(i), "product", "kiln", "title", Map.of("zh", "窑 " + i, "en", "Kiln " + i)))
                .toList();
    }

    private static void apply(NodeProcess node, String version, String derived) {
        String pack = """
                id: kilns
                version: "%s"
                title: {zh: 窑, en: Kilns}
                description: {zh: 试, en: For a test}
                """.formatted(version);
        String all = """
                products:
                  - id: kiln
                    title: {zh: 窑, en: Kiln}
                    properties:
                      - {id: heat, title: {zh: 热, en: Heat}, type: number}
                      - {id: level, title: {zh: 均值, en: Mean}, type: number}
                mappings:
                  - id: kiln-csv
                    format: csv
                    time: {column: time}
                    device: {column: code, code: "{code}"}
                    columns:
                      heat: {property: heat}
                """ + derived;
        node.post("/api/core/v1/packs", Map.of("files", Map.of("pack.yaml", pack, "all.yaml", all)));
    }
}
