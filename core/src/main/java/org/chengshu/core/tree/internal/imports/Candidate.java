package org.chengshu.core.tree.internal.imports;

import java.util.Optional;
import org.chengshu.core.tree.internal.nodes.Node;

/** A row that is sound by itself: the node it would make, and what is there by its code already. */
record Candidate(String place, Node node, Optional<Node> there) {
    boolean isNew() {
        return there.isEmpty();
    }

    boolean changes() {
        return there.filter(node::says).isEmpty();
    }

    Candidate under(String parent) {
        return new Candidate(place, node.under(Optional.of(parent)), there);
    }
}
