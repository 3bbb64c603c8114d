package org.chengshu.data.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.Values;
import org.chengshu.data.LineageEdge.How;
import org.chengshu.data.sql.Answer.Named;

/** What queries answer with. */
final class Selects {
    static final int MOST_COLUMNS = 1_600;

    private final Work work;
    private final Expressions expressions;
    private final Froms froms;
    private final Tails tails;
    private final Commons commons;

    Selects(Work work) {
        this.work = work;
        this.expressions = new Expressions(work, this);
        this.froms = new Froms(work, this, expressions);
        this.tails = new Tails(work, expressions);
        this.commons = new Commons(work, this);
    }

    /** @param around the level in which the query stands; its names are known inside */
    Answer answer(Select select, Scope around) {
        Supported.check(select, work);
        Scope scope = around.inside();
        commons.declare(select, scope);
        return switch (select) {
            case ParenthesedSelect inner -> tails.ofAnswer(select, answer(inner.getSelect(), scope), scope);
            case SetOperationList list -> tails.ofAnswer(select, united(list, scope), scope);
            case Values values -> values(values, scope);
            case PlainSelect plain -> plain(plain, scope);
            default -> refused(select);
        };
    }

    private Answer refused(Select select) {
        work.notUnderstood(select, Supported.words(select));
        return Answer.NONE;
    }

    private Answer united(SetOperationList list, Scope scope) {
        Answer united = answer(list.getSelect(0), scope);
        for (int i = 1; i < list.getSelects().size(); i++) {
            Answer next = answer(list.getSelect(i), scope);
            if (next.columns().size() != united.columns().size()) {
                if (!scope.isBroken()
                        && !united.columns().isEmpty()
                        && !next.columns().isEmpty()) {
                    work.fault(list.getSelect(i), "合并的查询列数不同", "the queries united differ in their number of columns");
                }
                return united;
            }
            united = united.beside(next);
            if (!list.getOperation(i - 1).isAll()) {
                united = united.withRows(united.all().as(How.FILTERED));
            }
        }
        return united;
    }

    private Answer values(Values values, Scope scope) {
        List<Named> columns = new ArrayList<>();
        for (Expression row : expressions.rows(values)) {
            List<Expression> cells = Expressions.cells(row);
            for (int i = 0; i < cells.size(); i++) {
                Flow flow = expressions.flow(cells.get(i), scope);
                if (i < columns.size()) {
                    columns.set(
                            i,
                            new Named(
                                    columns.get(i).name(), columns.get(i).flow().and(flow)));
                } else {
                    columns.add(new Named("column" + (i + 1), flow));
                }
            }
        }
        return new Answer(columns, Flow.NONE);
    }

    private Answer plain(PlainSelect select, Scope scope) {
        froms.read(select, scope);
        tails.windows(select, scope);
        List<Named> columns = items(select, scope);
        Flow rows = tails.influences(select, columns, scope);
        boolean grouped = select.getGroupBy() != null || scope.aggregated();
        Flow read = grouped ? scope.rows().raised(How.AGGREGATED) : scope.rows();
        return new Answer(columns, read.and(rows));
    }

    private List<Named> items(PlainSelect select, Scope scope) {
        List<Named> columns = new ArrayList<>();
        for (SelectItem<?> item : select.getSelectItems()) {
            columns.addAll(item(item, scope));
        }
        if (columns.size() > MOST_COLUMNS) {
            work.fault(select, "查询超过 " + MOST_COLUMNS + " 列", "the query has more than " + MOST_COLUMNS + " columns");
            return columns.subList(0, MOST_COLUMNS);
        }
        return columns;
    }

    private List<Named> item(SelectItem<?> item, Scope scope) {
        Expression expression = item.getExpression();
        if (expression instanceof AllColumns all) {
            return stars(all, scope);
        }
        Flow flow = expressions.flow(expression, scope);
        String name = Optional.ofNullable(item.getAlias())
                .map(alias -> Names.of(alias.getName()))
                .orElseGet(() -> Labels.of(expression));
        return List.of(new Named(name, flow));
    }

    private List<Named> stars(AllColumns all, Scope scope) {
        work.seen(all);
        if (all.getExceptColumns() != null || all.getReplaceExpressions() != null) {
            work.notUnderstood(all, "* except / replace");
        }
        if (all instanceof AllTableColumns ofTable) {
            return ofTable(ofTable, scope);
        }
        if (!scope.hasEntries()) {
            work.fault(all, "没有 FROM 就不能写 *", "* needs something to read from");
        }
        return scope.all();
    }

    private List<Named> ofTable(AllTableColumns all, Scope scope) {
        work.seen(all.getTable());
        String alias = Names.of(all.getTable().getName());
        Optional<List<Named>> columns = scope.entry(alias);
        if (all.getTable().getSchemaName() != null) {
            work.notUnderstood(all, all + "");
        } else if (columns.isEmpty() && !scope.isBroken()) {
            work.fault(all, "没有名为 " + alias + " 的表或别名", "there is no table or alias " + alias);
        }
        return columns.orElse(List.of());
    }

    /** Names that appear more than once. */
    static Set<String> twice(List<Named> columns) {
        Set<String> once = new HashSet<>();
        Set<String> twice = new HashSet<>();
        columns.forEach(column -> {
            if (!once.add(column.name())) {
                twice.add(column.name());
            }
        });
        return twice;
    }
}
