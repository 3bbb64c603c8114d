package org.chengshu.core.tree.internal.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.tree.internal.nodes.Change;
import org.chengshu.core.tree.internal.nodes.ChangeKind;
import org.chengshu.core.tree.internal.nodes.History;
import org.chengshu.core.tree.internal.nodes.Node;
import org.chengshu.core.tree.internal.nodes.NodeStore;
import org.chengshu.core.tree.internal.nodes.OutlineReader;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** Merges and splits: some nodes end, others take over. */
@Component
public class TreeReform {
    private final TreeBook book;
    private final TreeEditor editor;
    private final NodeStore store;
    private final History history;
    private final DraftCheck check;

    TreeReform(TreeBook book, TreeEditor editor, NodeStore store, History history, DraftCheck check) {
        this.book = book;
        this.editor = editor;
        this.store = store;
        this.history = history;
        this.check = check;
    }

    /** Several become one, which is new or was there, also one of them. */
    public void merge(Tree tree, List<String> from, Draft into, Author author) {
        Set<String> codes = new TreeSet<>(from);
        codes.remove(into.code());
        if (codes.isEmpty()) {
            throw DraftCheck.faulty(DraftCheck.fault(
                    "/from", "至少给出一个要并入的编码", "name at least one code to be merged into " + into.code()));
        }
        book.write(tree, ChangeKind.MERGE, author, change -> merge(tree, codes, into, change));
    }

    private void merge(Tree tree, Set<String> codes, Draft into, Change change) {
        List<Node> parts = codes.stream().map(code -> editor.own(tree, code)).toList();
        Optional<Node> there = store.find(tree, into.code());
        there.filter(Node::closed).ifPresent(closed -> editor.requireFree(tree, closed.code()));
        there.ifPresent(node -> editor.own(tree, node.code()));
        Node whole = whole(tree, parts, there, into);
        store.put(tree, List.of(whole));
        for (Node part : parts) {
            List<Node> children = store.children(tree, part.code()).stream()
                    .filter(child ->
                            !codes.contains(child.code()) && !child.code().equals(into.code()))
                    .toList();
            editor.rehang(tree, children, part.code(), Optional.of(into.code()));
        }
        store.close(tree, codes);
        history.succeed(tree, change, codes, List.of(into.code()));
    }

    private Node whole(Tree tree, List<Node> parts, Optional<Node> there, Draft into) {
        Node first = there.orElse(parts.getFirst());
        Node whole = check.node(tree, into, Optional.of(first), "/into");
        Optional<String> parent = into.parent().or(first::parent);
        requireOutside(tree, parts, into.code(), parent);
        if (into.boundary().isEmpty()) {
            List<Node> all = new ArrayList<>(parts);
            there.ifPresent(all::add);
            whole = whole.within(
                    OutlineReader.union(all.stream().map(Node::outline).toList()));
        }
        return whole.under(parent);
    }

    private void requireOutside(Tree tree, List<Node> parts, String into, Optional<String> parent) {
        List<Node> ending = new ArrayList<>(parts);
        store.find(tree, into).ifPresent(ending::add);
        Optional<Node> place = parent.flatMap(code -> store.find(tree, code));
        for (Node part : ending) {
            if (place.filter(to -> to.path().startsWith(part.path())).isPresent()) {
                throw new Fault(
                        CoreError.TREE_CIRCLE, into + " would hang below " + part.code() + "; say which parent it has");
            }
        }
    }

    /** One becomes several, among which what hangs on it is shared out. */
    public void split(Tree tree, String code, List<Draft.Part> into, IfMatch version, Author author) {
        book.write(tree, ChangeKind.SPLIT, author, change -> {
            Node there = editor.own(tree, code, version);
            List<Node> children = store.children(tree, code);
            checkShares(children, into);
            List<Node> parts = new ArrayList<>();
            for (int i = 0; i < into.size(); i++) {
                Draft draft = into.get(i).draft();
                editor.requireFree(tree, draft.code());
                Node model = there.within(Optional.empty());
                parts.add(check.node(tree, draft, Optional.of(model), "/into/" + i)
                        .under(there.parent()));
            }
            store.put(tree, parts);
            for (Draft.Part part : into) {
                List<Node> share = children.stream()
                        .filter(child -> part.children().contains(child.code()))
                        .toList();
                editor.rehang(tree, share, code, Optional.of(part.draft().code()));
            }
            store.close(tree, List.of(code));
            history.succeed(
                    tree, change, List.of(code), parts.stream().map(Node::code).toList());
        });
    }

    private static void checkShares(List<Node> children, List<Draft.Part> into) {
        List<PlacedFault> faults = new ArrayList<>();
        if (into.size() < 2) {
            faults.add(DraftCheck.fault("/into", "至少拆分为两个", "split into at least two"));
        }
        Set<String> open = new TreeSet<>(children.stream().map(Node::code).toList());
        Set<String> given = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < into.size(); i++) {
            String at = "/into/" + i;
            if (!codes.add(into.get(i).draft().code())) {
                faults.add(DraftCheck.fault(at + "/code", "编码重复", "the code is there twice"));
            }
            for (String child : into.get(i).children()) {
                if (!open.contains(child)) {
                    faults.add(DraftCheck.fault(at + "/children", child + " 不是它的下级", child + " does not hang on it"));
                } else if (!given.add(child)) {
                    faults.add(DraftCheck.fault(at + "/children", child + " 分配了两次", child + " is given away twice"));
                }
            }
        }
        open.removeAll(given);
        if (!open.isEmpty()) {
            String left = String.join(", ", open.stream().limit(20).toList());
            faults.add(DraftCheck.fault("/into", "下级尚未分配：" + left, "not given to any part: " + left));
        }
        if (!faults.isEmpty()) {
            throw new FaultyInput(CoreError.TREE_FAULTY, "the split is faulty", faults);
        }
    }
}
