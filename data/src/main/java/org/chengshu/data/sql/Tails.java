package org.chengshu.data.sql;

import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.WindowDefinition;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.chengshu.data.LineageEdge.How;
import org.chengshu.data.sql.Answer.Named;

/** What decides which rows a query answers: WHERE, GROUP BY, HAVING, DISTINCT, and the order where there is a limit. */
final class Tails {
    private final Work work;
    private final Expressions expressions;

    Tails(Work work, Expressions expressions) {
        this.work = work;
        this.expressions = expressions;
    }

    void windows(PlainSelect select, Scope scope) {
        for (WindowDefinition window :
                Optional.ofNullable(select.getWindowDefinitions()).orElse(List.of())) {
            Flow flow = expressions.window(window, scope);
            scope.window(Names.of(window.getWindowName()), flow);
        }
    }

    Flow influences(PlainSelect select, List<Named> columns, Scope scope) {
        Flow where = optional(select.getWhere(), scope);
        Flow having = optional(select.getHaving(), scope);
        Flow groups = Optional.ofNullable(select.getGroupBy())
                .map(group -> group(group, columns, scope))
                .orElse(Flow.NONE);
        Flow filters = where.and(having).and(groups).and(distinct(select, columns, scope));
        return filters.as(How.FILTERED).and(end(select, columns, scope));
    }

    /** Of a query whose columns are all that its end may name. */
    Answer ofAnswer(Select select, Answer answer, Scope scope) {
        return answer.withRows(end(select, answer.columns(), scope));
    }

    private Flow end(Select select, List<Named> columns, Scope scope) {
        Flow order = Flow.NONE;
        for (OrderByElement element :
                Optional.ofNullable(select.getOrderByElements()).orElse(List.of())) {
            order = order.and(named(element.getExpression(), columns, scope, true));
        }
        boolean limited = limits(select, scope);
        return limited ? order.as(How.FILTERED) : Flow.NONE;
    }

    private boolean limits(Select select, Scope scope) {
        boolean limited = false;
        if (select.getLimit() != null) {
            Supported.refuse(work, select, "limit by", select.getLimit().getByExpressions());
            optional(select.getLimit().getRowCount(), scope);
            optional(select.getLimit().getOffset(), scope);
            limited = true;
        }
        if (select.getOffset() != null) {
            optional(select.getOffset().getOffset(), scope);
            limited = true;
        }
        if (select.getFetch() != null) {
            optional(select.getFetch().getExpression(), scope);
            limited = true;
        }
        return limited;
    }

    private Flow group(GroupByElement group, List<Named> columns, Scope scope) {
        Flow flow = Flow.NONE;
        for (Expression expression : group.getGroupByExpressionList()) {
            flow = flow.and(named(expression, columns, scope, false));
        }
        for (ExpressionList<Expression> set : group.getGroupingSets()) {
            for (Expression expression : set) {
                flow = flow.and(named(expression, columns, scope, false));
            }
        }
        return flow;
    }

    private Flow distinct(PlainSelect select, List<Named> columns, Scope scope) {
        if (select.getDistinct() == null) {
            return Flow.NONE;
        }
        Flow on = Flow.NONE;
        List<SelectItem<?>> items =
                Optional.ofNullable(select.getDistinct().getOnSelectItems()).orElse(List.of());
        for (SelectItem<?> item : items) {
            on = on.and(named(item.getExpression(), columns, scope, true));
        }
        if (!items.isEmpty()) {
            for (OrderByElement element :
                    Optional.ofNullable(select.getOrderByElements()).orElse(List.of())) {
                on = on.and(named(element.getExpression(), columns, scope, true));
            }
            return on;
        }
        return new Answer(columns, Flow.NONE).all();
    }

    // ORDER BY takes a name of the answer first, GROUP BY one of what is read.
    private Flow named(Expression expression, List<Named> columns, Scope scope, boolean answerFirst) {
        if (expression instanceof LongValue number) {
            return position(number, columns);
        }
        if (expression instanceof Column column && column.getTable() == null) {
            String name = Names.of(column.getColumnName());
            Optional<Named> ofAnswer =
                    columns.stream().filter(named -> named.name().equals(name)).findFirst();
            boolean read = !scope.named(name).isEmpty();
            if (ofAnswer.isPresent() && (answerFirst || !read)) {
                work.seen(column);
                return ofAnswer.get().flow();
            }
        }
        return expressions.flow(expression, scope);
    }

    private Flow position(LongValue number, List<Named> columns) {
        String digits = number.getStringValue();
        int at = digits.length() > 4 ? 0 : Integer.parseInt(digits);
        if (at < 1 || at > columns.size()) {
            work.fault(number, "没有第 " + digits + " 列", "there is no column " + digits);
            return Flow.NONE;
        }
        return columns.get(at - 1).flow();
    }

    private Flow optional(Expression expression, Scope scope) {
        return expression == null ? Flow.NONE : expressions.flow(expression, scope);
    }
}
