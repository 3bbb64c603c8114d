package org.chengshu.core.tree.internal.memory;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chengshu.core.tree.internal.nodes.History;
import org.chengshu.core.tree.internal.nodes.Lineage;
import org.chengshu.core.tree.internal.nodes.Node;
import org.chengshu.core.tree.internal.nodes.Tree;

final class Lineages {
    private Lineages() {}

    static Lineage of(Tree tree, List<Node> open, History history) {
        Map<String, String> today = open.stream().collect(Collectors.toMap(Node::code, Node::path));
        return new Lineage(today, history.formerPaths(tree), history.successions(tree));
    }
}
