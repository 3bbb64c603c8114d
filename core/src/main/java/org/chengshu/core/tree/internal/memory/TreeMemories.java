package org.chengshu.core.tree.internal.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.springframework.stereotype.Component;

/** Tells whoever keeps a tree in memory that it has changed. */
@Component
public class TreeMemories {
    private final Map<Tree, TreeMemory<?>> kept = new ConcurrentHashMap<>();

    <T> TreeMemory<T> keep(Tree tree, TreeMemory<T> memory) {
        kept.put(tree, memory);
        return memory;
    }

    /** Must be called in the transaction that changed the tree, after the change. */
    public void changed(Tree tree) {
        kept.get(tree).changed();
    }
}
