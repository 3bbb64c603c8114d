package org.chengshu.bench.data;

import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Until;
import tools.jackson.databind.JsonNode;

/** Datasets and files as an officer brings them: defines, hands in, waits until the load is promoted whole. */
final class HandIn {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private HandIn() {}

    static void define(NodeProcess node, String dataset, List<Map<String, Object>> fields) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("id", dataset);
        definition.put("title", words("企业"));
        definition.put("owner", "");
        definition.put("fields", fields);
        definition.put("keep", 2);
        node.post("/api/data/v1/stored", definition);
    }

    static Map<String, Object> field(String name, String type) {
        return Map.of("name", name, "title", words(name), "type", type, "sensitivity", 2);
    }

    static Map<String, String> words(String words) {
        return Map.of("zh", words, "en", words);
    }

    /** The id of the file that was handed in. */
    static String upload(NodeProcess node, Supplier<InputStream> file) {
        return node.upload("/api/data/v1/uploads?name=firms.csv", file)
                .path("id")
                .asString();
    }

    static void load(NodeProcess node, String dataset, String upload, int rows) {
        Map<String, Object> order = Map.of("dataset", dataset, "spec", Map.of("upload", upload));
        String load = "/api/data/v1/loads/"
                + node.post("/api/data/v1/loads", order).path("id").asString();
        Until.within(LONGEST, "the load", () -> hasEnded(node.get(load)));
        JsonNode ended = node.get(load);
        if (ended.path("stored").asLong() != rows || ended.path("refused").asLong() != 0) {
            throw new IllegalStateException("the load is not whole: " + ended);
        }
    }

    private static boolean hasEnded(JsonNode load) {
        return switch (load.path("state").asString()) {
            case "promoted" -> true;
            case "failed", "stopped", "cancelled" -> throw new IllegalStateException("the load ended as " + load);
            default -> false;
        };
    }
}
