package org.chengshu.data.load.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.data.feed.FeedTotals;
import org.chengshu.data.feed.FeedTotals.ColumnTotal;
import org.chengshu.data.load.stage.FieldPlan;
import org.chengshu.data.load.stage.Figures;
import org.chengshu.data.load.stage.StagePlan;
import org.chengshu.kernel.Text;

/**
 * What the source delivered beside what the table holds. Three witnesses speak for themselves: the source's own totals, what
 * was counted while reading, and what SQL finds in the table. Pure; immutable.
 *
 * @param told rows as the source tells them
 * @param table rows as the table tells them
 * @param fields by field of the dataset: what was to be written, and what the table holds
 * @param columns by column of the feed: what the source tells, and what was read
 * @param broken what does not fit; the load holds when it is empty
 */
record Reconciliation(
        Optional<Long> told,
        long read,
        long stored,
        long refused,
        long removed,
        long table,
        List<Pair> fields,
        List<Pair> columns,
        List<Text> broken) {

    /** Two sides of one column; sums in hexadecimal. */
    record Pair(String name, Optional<String> column, Side source, Side target, boolean same) {}

    record Side(long present, String sum) {
        static Side of(ColumnTotal total) {
            return new Side(total.present(), "%016x".formatted(total.sum()));
        }
    }

    boolean holds() {
        return broken.isEmpty();
    }

    static Reconciliation of(StagePlan plan, Figures figures, FeedTotals told, TableSums.Sums table) {
        List<Text> broken = new ArrayList<>();
        if (figures.read() != figures.rows() + figures.refused() + figures.removed()) {
            broken.add(Text.of(
                    "读取 " + figures.read() + " 行，与写入、拒收、删除之和不符",
                    figures.read() + " rows were read, which is not what was stored, refused and removed"));
        }
        if (table.rows() != figures.rows()) {
            broken.add(Text.of(
                    "应写入 " + figures.rows() + " 行，表中有 " + table.rows() + " 行",
                    figures.rows() + " rows were to be written, the table holds " + table.rows()));
        }
        told.rows()
                .filter(rows -> rows != figures.read())
                .ifPresent(rows -> broken.add(Text.of(
                        "来源说有 " + rows + " 行，读到 " + figures.read() + " 行",
                        "the source tells of " + rows + " rows, " + figures.read() + " were read")));
        List<Pair> fields = fields(plan, figures, table, broken);
        List<Pair> columns = columns(plan, figures, told, broken);
        return new Reconciliation(
                told.rows(),
                figures.read(),
                figures.rows(),
                figures.refused(),
                figures.removed(),
                table.rows(),
                fields,
                columns,
                broken);
    }

    private static List<Pair> fields(StagePlan plan, Figures figures, TableSums.Sums table, List<Text> broken) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < plan.fields().size(); i++) {
            FieldPlan field = plan.fields().get(i);
            Optional<String> column =
                    Optional.of(field.column()).filter(at -> at >= 0).map(plan.columns()::get);
            Pair pair = pair(
                    field.field(),
                    column,
                    figures.stored().get(i),
                    table.fields().get(i));
            pairs.add(pair);
            if (!pair.same()) {
                broken.add(Text.of(
                        "数据项 " + field.field() + " 的值与表中不一致",
                        "the values of field " + field.field() + " are not those in the table"));
            }
        }
        return pairs;
    }

    private static List<Pair> columns(StagePlan plan, Figures figures, FeedTotals told, List<Text> broken) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < plan.columns().size(); i++) {
            String column = plan.columns().get(i);
            ColumnTotal tells = told.columns().get(column);
            if (tells == null) {
                continue;
            }
            Pair pair =
                    pair(column, Optional.of(column), tells, figures.delivered().get(i));
            pairs.add(pair);
            if (!pair.same()) {
                broken.add(Text.of(
                        "来源列 " + column + " 的合计与读到的不一致",
                        "what the source tells of column " + column + " is not what was read"));
            }
        }
        return pairs;
    }

    private static Pair pair(String name, Optional<String> column, ColumnTotal source, ColumnTotal target) {
        return new Pair(name, column, Side.of(source), Side.of(target), source.equals(target));
    }
}
