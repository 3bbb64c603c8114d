package org.chengshu.core.tree.internal.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.tree.internal.nodes.Node;
import org.chengshu.core.tree.internal.nodes.NodeCode;
import org.chengshu.kernel.Text;

/** Judges the rows of an import together: each must hang on something that is there or comes along. Pure. */
final class ParentCheck {
    private final NodeFinder existing;
    private final Map<String, Candidate> kept = new LinkedHashMap<>();
    private final RowJudge judge;

    ParentCheck(NodeFinder existing, RowJudge judge) {
        this.existing = existing;
        this.judge = judge;
        judge.candidates.forEach(candidate -> kept.put(candidate.node().code(), candidate));
    }

    /** Those that may be stored; the judge hears of the others. */
    List<Candidate> sound() {
        kept.replaceAll((code, candidate) -> candidate
                .node()
                .parent()
                .flatMap(this::resolved)
                .map(candidate::under)
                .orElse(candidate));
        refuseCircles();
        boolean more = true;
        while (more) {
            List<Candidate> orphans =
                    kept.values().stream().filter(this::hangsOnNothing).toList();
            orphans.forEach(
                    orphan -> refuse(orphan, missing(orphan.node().parent().orElseThrow())));
            more = !orphans.isEmpty();
        }
        return List.copyOf(kept.values());
    }

    private Optional<String> resolved(String parent) {
        if (isThere(parent)) {
            return Optional.of(parent);
        }
        return NodeCode.alike(parent).stream().filter(this::isThere).findFirst();
    }

    private boolean isThere(String code) {
        return kept.containsKey(code) || existing.isOpen(code);
    }

    private boolean hangsOnNothing(Candidate candidate) {
        return candidate.node().parent().filter(parent -> !isThere(parent)).isPresent();
    }

    private void refuseCircles() {
        Map<String, Boolean> circles = new HashMap<>();
        kept.keySet().forEach(code -> circles.put(code, isInCircle(code)));
        circles.forEach((code, circle) -> {
            if (circle) {
                refuse(kept.get(code), Text.of(code + " 的上级成环", code + " is its own ancestor"));
            }
        });
    }

    private boolean isInCircle(String start) {
        Set<String> seen = new HashSet<>();
        Optional<String> step = parentOf(start);
        while (step.isPresent() && seen.add(step.get())) {
            if (step.get().equals(start)) {
                return true;
            }
            step = parentOf(step.get());
        }
        return false;
    }

    private Optional<String> parentOf(String code) {
        Candidate candidate = kept.get(code);
        return candidate == null
                ? existing.find(code).flatMap(Node::parent)
                : candidate.node().parent();
    }

    private void refuse(Candidate candidate, Text why) {
        kept.remove(candidate.node().code());
        judge.refuse(candidate.place(), candidate.node().code(), why);
    }

    private Text missing(String parent) {
        boolean refused = judge.faults.stream().anyMatch(fault -> fault.code().equals(parent));
        return refused
                ? Text.of("上级 " + parent + " 未被接收", "its parent " + parent + " was refused")
                : Text.of(
                        "没有上级 " + parent + "；请先导入上级，或不用该列（column.parent=）并给出 under=",
                        "there is no parent " + parent
                                + "; import it first, or leave the column out (column.parent=) and say under=");
    }
}
