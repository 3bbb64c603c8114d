package org.chengshu.core.packs.internal.diff;

import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** One way in which two versions of an item differ, with where it is and how that is called. */
sealed interface Difference {
    Spot spot();

    /** The value is another, is there now or is there no more. */
    record Value(Spot spot, Optional<JsonNode> before, Optional<JsonNode> after) implements Difference {}

    /** A list without order has members more or less. */
    record Members(Spot spot, List<JsonNode> added, List<JsonNode> removed) implements Difference {}

    /** The same things stand in another order. */
    record Order(Spot spot) implements Difference {}

    /** Where: the pointer, its path in words, and the schema's place. */
    record Spot(String pointer, List<Text> path, SchemaPlace place) {
        public Spot {
            path = List.copyOf(path);
        }
    }
}
