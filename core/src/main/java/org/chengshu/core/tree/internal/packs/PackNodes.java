package org.chengshu.core.tree.internal.packs;

import java.util.List;
import java.util.Set;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.tree.internal.change.Author;
import org.chengshu.core.tree.internal.change.TreeBook;
import org.chengshu.core.tree.internal.nodes.ChangeKind;
import org.chengshu.core.tree.internal.nodes.Node;
import org.chengshu.core.tree.internal.nodes.NodeStore;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** What packs have in a tree: theirs alone to change, and never what people look after. */
@Component
class PackNodes {
    private final TreeBook book;
    private final NodeStore store;

    PackNodes(TreeBook book, NodeStore store) {
        this.book = book;
        this.store = store;
    }

    void checkOwners(Tree tree, List<PackItem> items, PackFaults faults) {
        Set<String> ofPeople = store.codesOfPeople(tree);
        items.stream()
                .filter(item -> ofPeople.contains(item.id()))
                .forEach(item -> faults.add(
                        item.place("/code"),
                        Text.of(
                                item.id() + " 由人工维护（导入或新建），配置包不能改动",
                                item.id() + " was imported or made by people; a pack cannot change it")));
    }

    boolean holds(Tree tree, String code) {
        return store.find(tree, code)
                .filter(node -> !node.closed() && node.pack().isEmpty())
                .isPresent();
    }

    void replace(Tree tree, String packId, List<Node> nodes) {
        List<Node> owned = nodes.stream().map(node -> node.of(packId)).toList();
        book.write(tree, ChangeKind.PACK, Author.pack(packId), change -> {
            store.put(tree, owned);
            store.closeAllOfPackBut(tree, packId, owned.stream().map(Node::code).toList());
        });
    }
}
