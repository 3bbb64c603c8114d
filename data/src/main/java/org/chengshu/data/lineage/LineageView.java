package org.chengshu.data.lineage;

import java.util.List;
import java.util.Optional;
import org.chengshu.data.LineageEdge;
import org.chengshu.kernel.Text;

/** A walk as it is drawn. Distances are negative upstream; nodes are fields, gathered on screen by what has them. */
record LineageView(List<Thing> things, List<Node> nodes, List<Step> edges, boolean truncated) {
    /**
     * Something that has fields.
     *
     * @param layer where it stands from left to right: source, table, facts, raw, base, theme, indicator, use
     */
    record Thing(
            LineageEdge.Kind kind,
            String id,
            Text title,
            String owner,
            String layer,
            Optional<String> page,
            int distance) {}

    record Node(String thing, String field, Optional<Text> title, int distance) {}

    /** From and to are places in the list of nodes. */
    record Step(int from, int to, LineageEdge.How how, String maker, String makerKind, Text by) {}
}
