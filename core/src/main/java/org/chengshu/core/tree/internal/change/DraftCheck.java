package org.chengshu.core.tree.internal.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.tree.internal.nodes.Node;
import org.chengshu.core.tree.internal.nodes.NodeCode;
import org.chengshu.core.tree.internal.nodes.NodeStore;
import org.chengshu.core.tree.internal.nodes.Outline;
import org.chengshu.core.tree.internal.nodes.OutlineReader;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Turns drafts into nodes, or says all that is wrong with them. */
@Component
class DraftCheck {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_KIND = 60;

    private final NodeStore store;

    DraftCheck(NodeStore store) {
        this.store = store;
    }

    /** The node that the draft makes of what is there, or of nothing; an empty area code means none. Places begin with {@code at}. */
    Node node(Tree tree, Draft draft, Optional<Node> there, String at) {
        List<PlacedFault> faults = new ArrayList<>();
        Optional<Text> name = draft.name().or(() -> there.map(Node::name));
        Optional<String> kind = draft.kind().or(() -> there.map(Node::kind));
        checkWords(draft.code(), name, kind, at, faults);
        draft.parent().filter(code -> !isOpen(tree, code)).ifPresent(code -> faults.add(unknown(at + "/parent", code)));
        Optional<String> area =
                draft.areaCode().or(() -> there.flatMap(Node::areaCode)).filter(code -> !code.isEmpty());
        area.filter(code -> !isOpen(Tree.AREA, code)).ifPresent(code -> faults.add(unknown(at + "/areaCode", code)));
        Optional<Outline> outline = outline(draft, at, faults).or(() -> there.flatMap(Node::outline));
        if (!faults.isEmpty()) {
            throw new FaultyInput(CoreError.TREE_FAULTY, "the node is faulty", faults);
        }
        return Node.of(draft.code(), name.orElseThrow(), kind.orElseThrow().strip(), draft.parent(), area, outline);
    }

    private static void checkWords(
            String code, Optional<Text> name, Optional<String> kind, String at, List<PlacedFault> faults) {
        if (!NodeCode.isSound(code)) {
            faults.add(fault(
                    at + "/code",
                    "编码须为 1..63 个字母、数字、- 或 _，以字母或数字开头",
                    "a code is 1..63 letters, digits, - or _, a letter or digit first"));
        }
        if (name.isEmpty()) {
            faults.add(fault(at + "/name", "缺少名称", "a name is missing"));
        } else if (Math.max(name.get().zh().length(), name.get().en().length()) > LONGEST_NAME) {
            faults.add(fault(
                    at + "/name",
                    "名称最多 " + LONGEST_NAME + " 个字符",
                    "a name has at most " + LONGEST_NAME + " characters"));
        }
        if (kind.filter(word -> !word.isBlank() && word.length() <= LONGEST_KIND)
                .isEmpty()) {
            faults.add(fault(at + "/kind", "缺少类型（如 district）", "a kind such as district is missing"));
        }
    }

    private static Optional<Outline> outline(Draft draft, String at, List<PlacedFault> faults) {
        try {
            return draft.boundary()
                    .map(json -> OutlineReader.read(json, draft.datum()).outline());
        } catch (IllegalArgumentException e) {
            faults.add(fault(at + "/boundary", "边界无效：" + e.getMessage(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    boolean isOpen(Tree tree, String code) {
        return store.find(tree, code).filter(node -> !node.closed()).isPresent();
    }

    static PlacedFault unknown(String place, String code) {
        return fault(place, "没有 " + code + "，或已撤销", "there is no " + code + ", or it is closed");
    }

    static PlacedFault fault(String place, String zh, String en) {
        return new PlacedFault(place, Text.of(zh, en));
    }

    static FaultyInput faulty(PlacedFault fault) {
        return new FaultyInput(CoreError.TREE_FAULTY, fault.detail().en(), List.of(fault));
    }
}
