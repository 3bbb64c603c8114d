package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A node killed in the middle of a load: the load goes on by itself, nothing is stored twice and both sides agree. */
class KilledLoadTest {
    private static final int ROWS = 200_000;
    private static final String LOADS = "/api/data/v1/loads/";
    private static final String METERS = "raw.meters-of-a-killed-node";

    @TempDir
    Path data;

    @Test
    void theLoadGoesOnAfterwardsAndHoldsEveryRowOnce() throws Exception {
        try (NodeProcess node = NodeProcess.start(data)) {
            String upload = node.upload("/api/data/v1/uploads?name=meters.csv", () -> new ByteArrayInputStream(file()))
                    .path("id")
                    .asString();
            String load = node.post(
                            "/api/data/v1/loads", Map.of("define", definition(), "spec", Map.of("upload", upload)))
                    .path("id")
                    .asString();
            Until.within(Loop.SOON, "rows are on their way", () -> read(node, load) > 0);
            long before = read(node, load);
            node.killAndRestart();

            Until.within(Loop.SOON, "the load has ended", () -> node.get(LOADS + load)
                    .path("endedAt")
                    .isString());
            JsonNode ended = node.get(LOADS + load);
            assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("promoted");
            assertThat(before).as("it was killed on its way").isLessThan(ROWS);
            assertThat(ended.path("read").asInt()).isEqualTo(ROWS);
            assertThat(ended.path("stored").asInt()).isEqualTo(ROWS);
            assertThat(ended.at("/reconciliation/table").asInt()).isEqualTo(ROWS);
            ended.at("/reconciliation/fields")
                    .forEach(field -> assertThat(field.path("same").asBoolean()).isTrue());
            JsonNode sums = node.post(
                    "/api/data/v1/datasets/" + METERS + "/query",
                    Map.of(
                            "measures",
                            List.of(
                                    Map.of("name", "rows", "aggregate", "count"),
                                    Map.of("name", "all", "aggregate", "sum", "field", "value"))));
            assertThat(sums.at("/rows/0/0").asLong()).as(sums.toString()).isEqualTo(ROWS);
            assertThat(sums.at("/rows/0/1").asLong()).isEqualTo((long) ROWS * (ROWS + 1) / 2);
            assertThat(node.get("/api/data/v1/stored/" + METERS + "/revisions")
                            .path("items")
                            .size())
                    .isEqualTo(1);
        }
    }

    private static long read(NodeProcess node, String load) {
        return node.get(LOADS + load).path("read").asLong();
    }

    private static byte[] file() {
        StringBuilder text = new StringBuilder("code,value,note\n");
        for (int i = 1; i <= ROWS; i++) {
            text.append('M').append(i).append(',').append(i).append(",a meter that is read every day\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> definition() {
        return Map.of(
                "id", METERS,
                "title", Map.of("zh", "表计", "en", "Meters"),
                "fields", List.of(field("code", "text"), field("value", "integer"), field("note", "text")));
    }

    private static Map<String, Object> field(String name, String type) {
        return Map.of("name", name, "title", Map.of("zh", name, "en", name), "type", type);
    }
}
