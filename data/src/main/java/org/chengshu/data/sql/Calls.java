package org.chengshu.data.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.AnalyticType;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.statement.select.AllColumns;
import org.chengshu.data.LineageEdge.How;

/** Calls of functions: over one row, over a group of rows, over a window of rows. */
final class Calls {
    private final Work work;
    private final Expressions expressions;

    Calls(Work work, Expressions expressions) {
        this.work = work;
        this.expressions = expressions;
    }

    Flow function(Function function, Scope scope) {
        work.seen(function);
        String name = Names.function(function.getName());
        work.call(name, function);
        Supported.refuse(work, function, name, function.getAttribute(), function.getKeep(), function.getHavingClause());
        Supported.refuse(work, function, name, function.getLimit(), function.getChainedParameters());
        Supported.refuse(work, function, name, function.getKeywordArguments());
        Flow flow = arguments(function, scope)
                .and(expressions.order(function.getOrderByElements(), scope).raised(How.COMPUTED));
        if (Names.isAggregate(name)) {
            scope.aggregate();
            return flow.raised(How.AGGREGATED);
        }
        return flow;
    }

    private Flow arguments(Function function, Scope scope) {
        Flow flow = function.isAllColumns() ? scope.rows() : Flow.NONE;
        for (Expression argument : all(function)) {
            flow = flow.and(argument(argument, scope));
        }
        return flow.raised(How.COMPUTED);
    }

    private Flow argument(Expression argument, Scope scope) {
        return argument instanceof AllColumns star ? expressions.star(star, scope) : expressions.flow(argument, scope);
    }

    private static List<Expression> all(Function function) {
        List<Expression> all = new ArrayList<>();
        Optional.ofNullable(function.getParameters()).ifPresent(all::addAll);
        Optional.ofNullable(function.getNamedParameters()).ifPresent(all::addAll);
        return all;
    }

    Flow analytic(AnalyticExpression call, Scope scope) {
        work.seen(call);
        String name = Names.function(call.getName());
        work.call(name, call);
        Supported.refuse(work, call, name, call.getKeep(), call.getHavingClause(), call.getLimit());
        Supported.refuse(work, call, name, call.getKeywordArguments());
        Flow flow = expressions
                .parts(scope, plain(call.getExpression()), call.getOffset(), call.getDefaultValue())
                .and(expressions.order(call.getFuncOrderBy(), scope))
                .and(over(call, scope));
        flow = call.isAllColumns() || call.getExpression() instanceof AllColumns ? flow.and(scope.rows()) : flow;
        Flow filter = call.getFilterExpression() == null
                ? Flow.NONE
                : expressions.flow(call.getFilterExpression(), scope).as(How.FILTERED);
        if (call.getType() == AnalyticType.FILTER_ONLY || call.getType() == AnalyticType.WITHIN_GROUP) {
            scope.aggregate();
        }
        return flow.raised(How.AGGREGATED).and(filter);
    }

    private Expression plain(Expression argument) {
        if (argument instanceof AllColumns star) {
            work.seen(star);
            return null;
        }
        return argument;
    }

    private Flow over(AnalyticExpression call, Scope scope) {
        Flow flow = expressions
                .parts(scope, call.getPartitionExpressionList())
                .and(expressions.order(call.getOrderByElements(), scope));
        if (call.getWindowDefinition() != null) {
            flow = flow.and(expressions.window(call.getWindowDefinition(), scope));
        }
        if (call.getWindowName() == null) {
            return flow;
        }
        String window = Names.of(call.getWindowName());
        return flow.and(scope.window(window).orElseGet(() -> {
            work.fault(call, "没有窗口 " + window, "there is no window " + window);
            return Flow.NONE;
        }));
    }
}
