package org.chengshu.core.tree.internal.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.tree.internal.imports.ImportOrder.Role;
import org.chengshu.core.tree.internal.nodes.Node;
import org.chengshu.core.tree.internal.nodes.NodeCode;
import org.chengshu.core.tree.internal.nodes.Outline;
import org.chengshu.core.tree.internal.nodes.OutlineReader;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Datum;

/** Judges each row by itself and gathers what it finds. Pure; for one import. */
final class RowJudge {
    private final ImportOrder order;
    private final Columns columns;
    private final Datum datum;
    private final NodeFinder existing;
    private final Map<String, String> seen = new HashMap<>();
    final List<Candidate> candidates = new ArrayList<>();
    final List<RowFault> faults = new ArrayList<>();
    final List<ImportResult.Repair> repaired = new ArrayList<>();
    int skipped;
    private double least = Double.MAX_VALUE;
    private double most;

    RowJudge(ImportOrder order, Columns columns, Datum datum, NodeFinder existing) {
        this.order = order;
        this.columns = columns;
        this.datum = datum;
        this.existing = existing;
    }

    Optional<ImportResult.Shift> shift() {
        return most > 0 ? Optional.of(new ImportResult.Shift(tenths(least), tenths(most))) : Optional.empty();
    }

    private static double tenths(double metres) {
        return Math.round(metres * 10) / 10.0;
    }

    void judge(RawRow row) {
        Optional<String> code = columns.has(Role.CODE) ? columns.of(row, Role.CODE) : codeByName(row);
        if (order.codes().isPresent()
                && code.filter(word -> word.startsWith(order.codes().get())).isEmpty()) {
            skipped++;
            return;
        }
        Optional<Text> fault = whatIsWrong(row, code);
        if (fault.isPresent()) {
            refuse(row.place(), code.orElse(""), fault.get());
        } else {
            take(row, code.orElseThrow());
        }
    }

    void refuse(String place, String code, Text why) {
        faults.add(new RowFault(place, code, why));
    }

    private Optional<String> codeByName(RawRow row) {
        return columns.of(row, Role.NAME).flatMap(name -> existing.codeOf(name, order.under()));
    }

    private Optional<Text> whatIsWrong(RawRow row, Optional<String> code) {
        if (!row.sound()) {
            return text("列数与表头不符或引号有误", "the row does not fit the head, or its quotes are wrong");
        }
        if (code.isEmpty()) {
            return columns.has(Role.CODE)
                    ? text("缺少编码", "the code is missing")
                    : text(
                            "按名称找不到唯一的" + order.tree().title().zh() + "："
                                    + columns.of(row, Role.NAME).orElse(""),
                            "there is not exactly one " + order.tree().title().en() + " named "
                                    + columns.of(row, Role.NAME).orElse("nothing"));
        }
        if (!NodeCode.isSound(code.get())) {
            return text(
                    "编码 " + code.get() + " 不合规：须为 1..63 个字母、数字、- 或 _",
                    "a code is 1..63 letters, digits, - or _, not " + code.get());
        }
        String before = seen.putIfAbsent(code.get(), row.place());
        if (before != null) {
            return text("编码 " + code.get() + " 重复，首次出现于 " + before, code.get() + " was there before, at " + before);
        }
        return existing.find(code.get()).flatMap(this::whyNotToTouch).or(() -> missingWords(row, code.get()));
    }

    private Optional<Text> whyNotToTouch(Node there) {
        if (there.closed()) {
            return text(there.code() + " 已撤销，编码不再使用", there.code() + " was closed; codes are not used again");
        }
        return there.pack()
                .flatMap(pack -> text(
                        there.code() + " 属于配置包 " + pack + "，请在包中修改",
                        there.code() + " belongs to the pack " + pack + "; change it there"));
    }

    private Optional<Text> missingWords(RawRow row, String code) {
        Optional<Node> there = existing.find(code);
        if (columns.of(row, Role.NAME).isEmpty() && there.isEmpty()) {
            return text("缺少名称", "the name is missing");
        }
        if (kind(row, code, there).isEmpty()) {
            return text("缺少类型，请用 kind= 指定", "the kind is missing; say kind=");
        }
        return columns.of(row, Role.AREA)
                .filter(area -> !existing.isArea(area))
                .flatMap(area -> text("没有区域 " + area, "there is no area " + area));
    }

    private void take(RawRow row, String code) {
        Optional<Node> there = existing.find(code);
        try {
            Node node = Node.of(
                    code,
                    name(row, there),
                    kind(row, code, there).orElseThrow(),
                    parent(row, there),
                    columns.of(row, Role.AREA).or(() -> there.flatMap(Node::areaCode)),
                    outline(row, code).or(() -> there.flatMap(Node::outline)));
            candidates.add(new Candidate(row.place(), node, there));
        } catch (IllegalArgumentException e) {
            refuse(row.place(), code, Text.of("边界无效：" + e.getMessage(), String.valueOf(e.getMessage())));
        }
    }

    // A file without English names does not take those away that are there.
    private Text name(RawRow row, Optional<Node> there) {
        Optional<String> zh = columns.has(Role.CODE) ? columns.of(row, Role.NAME) : Optional.empty();
        Optional<String> en = columns.of(row, Role.NAME_EN);
        Optional<Text> kept =
                there.map(Node::name).filter(name -> zh.isEmpty() || zh.get().equals(name.zh()));
        if (kept.isPresent() && en.isEmpty()) {
            return kept.get();
        }
        String chinese = zh.or(() -> there.map(node -> node.name().zh())).orElseThrow();
        return Text.of(chinese, en.orElse(chinese));
    }

    private Optional<String> kind(RawRow row, String code, Optional<Node> there) {
        return order.kind()
                .or(() -> columns.of(row, Role.KIND))
                .or(() -> there.map(Node::kind))
                .or(() -> NodeCode.kindOf(order.tree(), code));
    }

    private Optional<String> parent(RawRow row, Optional<Node> there) {
        return columns.of(row, Role.PARENT)
                .filter(code -> columns.has(Role.CODE))
                .or(() -> there.flatMap(Node::parent))
                .or(order::under);
    }

    private Optional<Outline> outline(RawRow row, String code) {
        return row.geometry().map(json -> {
            OutlineReader.Read read = OutlineReader.read(json, datum);
            read.repaired().ifPresent(what -> repaired.add(new ImportResult.Repair(code, what)));
            least = Math.min(least, read.least());
            most = Math.max(most, read.most());
            return read.outline();
        });
    }

    private static Optional<Text> text(String zh, String en) {
        return Optional.of(Text.of(zh, en));
    }
}
