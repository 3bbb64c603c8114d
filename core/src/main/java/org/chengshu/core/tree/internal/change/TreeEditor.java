package org.chengshu.core.tree.internal.change;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.tree.internal.nodes.ChangeKind;
import org.chengshu.core.tree.internal.nodes.History;
import org.chengshu.core.tree.internal.nodes.Node;
import org.chengshu.core.tree.internal.nodes.NodeStore;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** What people do to one node. */
@Component
public class TreeEditor {
    private final TreeBook book;
    private final NodeStore store;
    private final History history;
    private final DraftCheck check;

    TreeEditor(TreeBook book, NodeStore store, History history, DraftCheck check) {
        this.book = book;
        this.store = store;
        this.history = history;
        this.check = check;
    }

    public void create(Tree tree, Draft draft, Author author) {
        book.write(tree, ChangeKind.CREATE, author, change -> {
            requireFree(tree, draft.code());
            store.put(tree, List.of(check.node(tree, draft, Optional.empty(), "")));
        });
    }

    /** New name, kind, boundary or binding; the parent stays. */
    public void edit(Tree tree, Draft draft, IfMatch version, Author author) {
        book.write(tree, ChangeKind.EDIT, author, change -> {
            Node there = own(tree, draft.code(), version);
            store.put(
                    tree,
                    List.of(check.node(tree, draft, Optional.of(there), "").under(there.parent())));
        });
    }

    public void move(Tree tree, String code, Optional<String> parent, IfMatch version, Author author) {
        book.write(tree, ChangeKind.MOVE, author, change -> {
            Node there = own(tree, code, version);
            parent.ifPresent(to -> requirePlaceOutside(tree, there, to));
            store.put(tree, List.of(there.under(parent)));
        });
    }

    /** Ends the node. What hangs on it goes to the successor; without one nothing may hang on it. */
    public void close(Tree tree, String code, Optional<String> successor, IfMatch version, Author author) {
        book.write(tree, ChangeKind.CLOSE, author, change -> {
            Node there = own(tree, code, version);
            successor.ifPresent(to -> requirePlaceOutside(tree, there, to));
            List<Node> children = store.children(tree, code);
            if (successor.isEmpty() && !children.isEmpty()) {
                throw new Fault(
                        CoreError.TREE_HAS_CHILDREN,
                        code + " still has " + children.size() + " below it, such as "
                                + children.getFirst().code() + "; name a successor");
            }
            rehang(tree, children, code, successor);
            store.close(tree, List.of(code));
            // Without a successor its rows go to what it lay in.
            successor.or(there::parent).ifPresent(to -> history.succeed(tree, change, List.of(code), List.of(to)));
        });
    }

    private void requirePlaceOutside(Tree tree, Node node, String parent) {
        Node place = store.find(tree, parent)
                .filter(found -> !found.closed())
                .orElseThrow(() -> DraftCheck.faulty(DraftCheck.unknown("/parent", parent)));
        if (place.path().startsWith(node.path())) {
            throw new Fault(CoreError.TREE_CIRCLE, parent + " lies in " + node.code() + " itself");
        }
    }

    /** Hangs children elsewhere. A pack's nodes keep the parent that the pack says, so they cannot be rehung. */
    void rehang(Tree tree, List<Node> children, String from, Optional<String> to) {
        Set<String> ofPacks = new LinkedHashSet<>();
        children.forEach(child -> child.pack().ifPresent(pack -> ofPacks.add(child.code() + " (" + pack + ")")));
        if (!ofPacks.isEmpty()) {
            throw new Fault(
                    CoreError.TREE_OF_PACK,
                    "below " + from + " lie nodes of packs: " + String.join(", ", ofPacks)
                            + "; change the packs first");
        }
        store.put(tree, children.stream().map(child -> child.under(to)).toList());
    }

    void requireFree(Tree tree, String code) {
        store.find(tree, code).ifPresent(taken -> {
            throw new Fault(
                    CoreError.TREE_CODE_TAKEN,
                    code + " is " + taken.name().en()
                            + (taken.closed() ? ", which was closed; codes are not used again" : " already"));
        });
    }

    Node own(Tree tree, String code, IfMatch version) {
        Node there = own(tree, code);
        version.require(there.version());
        return there;
    }

    /** The open node, which no pack owns. */
    Node own(Tree tree, String code) {
        Node there = store.find(tree, code)
                .filter(node -> !node.closed())
                .orElseThrow(() -> new Fault(
                        CoreError.NOT_FOUND, "there is no " + tree.title().en() + " " + code));
        there.pack().ifPresent(pack -> {
            throw new Fault(CoreError.TREE_OF_PACK, code + " belongs to the pack " + pack + "; change it there");
        });
        return there;
    }
}
