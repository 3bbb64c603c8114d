package org.chengshu.bench.node;

import org.chengshu.bench.NodeProcess;
import tools.jackson.databind.JsonNode;

/** What the node says it has done with values, over all doors. */
public record Counters(long received, long stored, long duplicate, long rejected) {
    public static Counters of(NodeProcess node) {
        Counters all = new Counters(0, 0, 0, 0);
        for (JsonNode door : node.get("/api/sense/v1/counters").path("items")) {
            Counters one = of(door);
            if (!one.addsUp()) {
                throw new IllegalStateException("the counters of a door do not add up: " + door);
            }
            all = all.plus(one);
        }
        return all;
    }

    private static Counters of(JsonNode door) {
        return new Counters(
                door.path("received").asLong(),
                door.path("stored").asLong(),
                door.path("duplicate").asLong(),
                door.path("rejected").asLong());
    }

    public boolean addsUp() {
        return received == stored + duplicate + rejected;
    }

    public Counters since(Counters before) {
        return plus(new Counters(-before.received, -before.stored, -before.duplicate, -before.rejected));
    }

    private Counters plus(Counters other) {
        return new Counters(
                received + other.received,
                stored + other.stored,
                duplicate + other.duplicate,
                rejected + other.rejected);
    }
}
