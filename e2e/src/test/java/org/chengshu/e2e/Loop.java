package org.chengshu.e2e;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Until;
import tools.jackson.databind.JsonNode;

/** The loop's pack on a node, and the questions that the stories ask again and again. */
final class Loop {
    static final Duration SOON = Duration.ofSeconds(40);

    private final NodeProcess node;

    private Loop(NodeProcess node) {
        this.node = node;
    }

    static Loop on(NodeProcess node) throws IOException {
        node.applyPack("city-base");
        node.applyPack(folder());
        return new Loop(node);
    }

    private static Path folder() {
        try {
            return Path.of(Loop.class.getResource("/loop-pack/pack.yaml").toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    String tokenOf(String device) {
        return node.post("/api/sense/v1/devices/" + device + "/token", Map.of())
                .path("token")
                .asString();
    }

    static Map<String, Object> dust(Instant time, double value) {
        return Map.of("ts", time.toEpochMilli(), "values", Map.of("dust", value));
    }

    List<JsonNode> alarms(String query) {
        return items("/api/alarm/v1/alarms?" + query);
    }

    List<JsonNode> cases(String query) {
        return items("/api/cases/v1/cases?" + query);
    }

    JsonNode awaitCase(String stage) {
        List<JsonNode> found = new ArrayList<>();
        Until.within(SOON, "a case in stage " + stage, () -> {
            found.clear();
            found.addAll(cases("stage=" + stage));
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    void act(String caseId, String action, String note) {
        node.post("/api/cases/v1/cases/" + caseId + "/actions", Map.of("action", action, "note", note));
    }

    List<JsonNode> items(String path) {
        List<JsonNode> all = new ArrayList<>();
        node.get(path).path("items").forEach(all::add);
        return all;
    }
}
