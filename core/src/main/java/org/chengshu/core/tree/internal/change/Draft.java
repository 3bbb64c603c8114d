package org.chengshu.core.tree.internal.change;

import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Datum;
import tools.jackson.databind.JsonNode;

/** A node as somebody wants it, not checked yet. What is absent is taken from what is there, where there is something. */
public record Draft(
        String code,
        Optional<Text> name,
        Optional<String> kind,
        Optional<String> parent,
        Optional<String> areaCode,
        Optional<JsonNode> boundary,
        Datum datum) {

    /** What a node is split into, with the codes of the children that it takes. */
    public record Part(Draft draft, List<String> children) {
        public Part {
            children = List.copyOf(children);
        }
    }
}
