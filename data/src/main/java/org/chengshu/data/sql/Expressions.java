package org.chengshu.data.sql;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.expression.AllValue;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.ArrayConstructor;
import net.sf.jsqlparser.expression.ArrayExpression;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.CollateExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.expression.DateValue;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.HexValue;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.JsonExpression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.OverlapsCondition;
import net.sf.jsqlparser.expression.PostgresNamedFunctionParameter;
import net.sf.jsqlparser.expression.RangeExpression;
import net.sf.jsqlparser.expression.RowGetExpression;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.TimeValue;
import net.sf.jsqlparser.expression.TimestampValue;
import net.sf.jsqlparser.expression.TimezoneExpression;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.WhenClause;
import net.sf.jsqlparser.expression.WindowDefinition;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.IsUnknownExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.Values;
import org.chengshu.data.LineageEdge.How;

/** What expressions are made of. A kind of expression that is not named here is refused. */
final class Expressions {
    private final Work work;
    private final Selects selects;
    private final Columns columns;
    private final Calls calls;

    Expressions(Work work, Selects selects) {
        this.work = work;
        this.selects = selects;
        this.columns = new Columns(work);
        this.calls = new Calls(work, this);
    }

    Flow flow(Expression expression, Scope scope) {
        return switch (expression) {
            case Column column -> column(column, scope);
            case DateUnitExpression word -> columns.word(word, scope);
            case Function function -> calls.function(function, scope);
            case AnalyticExpression analytic -> calls.analytic(analytic, scope);
            case Select select -> subquery(select, scope);
            case ExpressionList<?> list -> list(list, scope);
            case LongValue _, DoubleValue _, StringValue _, NullValue _, BooleanValue _, HexValue _, AllValue _ ->
                Flow.NONE;
            case DateValue _, TimeValue _, TimestampValue _, DateTimeLiteralExpression _ -> Flow.NONE;
            case TimeKeyExpression _ -> present();
            default -> composed(expression, scope);
        };
    }

    private Flow composed(Expression expression, Scope scope) {
        return switch (expression) {
            case LikeExpression like ->
                parts(scope, like.getLeftExpression(), like.getRightExpression(), like.getEscape());
            case BinaryExpression binary -> parts(scope, binary.getLeftExpression(), binary.getRightExpression());
            case CastExpression cast -> cast(cast, scope);
            case CaseExpression branches -> branches(branches, scope);
            case InExpression in -> parts(scope, in.getLeftExpression(), in.getRightExpression());
            case Between between ->
                parts(
                        scope,
                        between.getLeftExpression(),
                        between.getBetweenExpressionStart(),
                        between.getBetweenExpressionEnd());
            case ExistsExpression exists -> exists(exists, scope);
            case CollateExpression collate -> flow(collate.getLeftExpression(), scope);
            case JsonExpression json -> json(json, scope);
            case AnyComparisonExpression any -> flow(any.getSelect(), scope).raised(How.COMPUTED);
            default -> simple(expression, scope);
        };
    }

    private Flow simple(Expression expression, Scope scope) {
        return switch (expression) {
            case IsNullExpression is -> parts(scope, is.getLeftExpression());
            case IsBooleanExpression is -> parts(scope, is.getLeftExpression());
            case IsUnknownExpression is -> parts(scope, is.getLeftExpression());
            case NotExpression not -> parts(scope, not.getExpression());
            case SignedExpression signed -> parts(scope, signed.getExpression());
            case ExtractExpression extract -> parts(scope, extract.getExpression());
            case TrimFunction trim -> parts(scope, trim.getExpression(), trim.getFromExpression());
            case TimezoneExpression zone ->
                parts(scope, zone.getLeftExpression()).and(parts(scope, zone.getTimezoneExpressions()));
            case IntervalExpression interval -> parts(scope, interval.getExpression());
            case ArrayConstructor array -> parts(scope, array.getExpressions());
            case ArrayExpression array ->
                parts(
                        scope,
                        array.getObjExpression(),
                        array.getIndexExpression(),
                        array.getStartIndexExpression(),
                        array.getStopIndexExpression());
            case RangeExpression range -> parts(scope, range.getStartExpression(), range.getEndExpression());
            case OverlapsCondition overlaps -> parts(scope, overlaps.getLeft()).and(parts(scope, overlaps.getRight()));
            case PostgresNamedFunctionParameter named -> parts(scope, named.getExpression());
            case RowGetExpression get -> parts(scope, get.getExpression());
            default -> refused(expression);
        };
    }

    private Flow refused(Expression expression) {
        work.notUnderstood(expression, Supported.words(expression));
        return Flow.NONE;
    }

    private Flow present() {
        work.unsettled();
        return Flow.NONE;
    }

    private Flow column(Column column, Scope scope) {
        Flow index = column.getArrayConstructor() == null
                ? Flow.NONE
                : parts(scope, column.getArrayConstructor().getExpressions());
        Flow flow = columns.flow(column, scope);
        return column.getArrayConstructor() == null ? flow : flow.and(index).raised(How.COMPUTED);
    }

    /** All of several, computed with. */
    Flow parts(Scope scope, Expression... parts) {
        Flow flow = Flow.NONE;
        for (Expression part : parts) {
            flow = part == null ? flow : flow.and(flow(part, scope));
        }
        return flow.raised(How.COMPUTED);
    }

    Flow parts(Scope scope, Collection<? extends Expression> parts) {
        return parts == null ? Flow.NONE : parts(scope, parts.toArray(Expression[]::new));
    }

    private Flow list(ExpressionList<?> list, Scope scope) {
        return list.size() == 1 ? flow(list.getFirst(), scope) : parts(scope, list);
    }

    private Flow cast(CastExpression cast, Scope scope) {
        Supported.refuse(work, cast, "cast to row", cast.getColumnDefinitions());
        return parts(scope, cast.getLeftExpression());
    }

    private Flow branches(CaseExpression branches, Scope scope) {
        Flow flow = parts(scope, branches.getSwitchExpression(), branches.getElseExpression());
        for (WhenClause when : branches.getWhenClauses()) {
            flow = flow.and(parts(scope, when.getWhenExpression(), when.getThenExpression()));
        }
        return flow;
    }

    private Flow json(JsonExpression json, Scope scope) {
        Flow flow = parts(scope, json.getExpression());
        return flow.and(
                parts(scope, json.getIdentList().stream().map(Map.Entry::getKey).toList()));
    }

    private Flow exists(ExistsExpression exists, Scope scope) {
        if (exists.getRightExpression() instanceof Select select) {
            return selects.answer(select, scope).rows().as(How.FILTERED);
        }
        return parts(scope, exists.getRightExpression());
    }

    /** A value out of a query: its column, under the influence of what decides its rows. */
    private Flow subquery(Select select, Scope scope) {
        Answer answer = selects.answer(select, scope);
        return answer.all().and(answer.rows().as(How.FILTERED));
    }

    Flow order(List<OrderByElement> elements, Scope scope) {
        Flow flow = Flow.NONE;
        for (OrderByElement element : Optional.ofNullable(elements).orElse(List.of())) {
            flow = flow.and(flow(element.getExpression(), scope));
        }
        return flow;
    }

    Flow window(WindowDefinition window, Scope scope) {
        ExpressionList<?> keys = window.getPartitionExpressionList();
        Flow partition = parts(scope, keys);
        return partition.and(order(window.getOrderByElements(), scope)).raised(How.AGGREGATED);
    }

    /** Every column of what a star stands for. */
    Flow star(AllColumns star, Scope scope) {
        work.seen(star);
        if (star instanceof AllTableColumns ofTable) {
            work.seen(ofTable.getTable());
            String alias = Names.of(ofTable.getTable().getName());
            return scope.entry(alias)
                    .map(found -> new Answer(found, Flow.NONE).all())
                    .orElseGet(() -> {
                        work.fault(star, "没有名为 " + alias + " 的表或别名", "there is no table or alias " + alias);
                        return Flow.NONE;
                    });
        }
        return scope.rows();
    }

    List<Expression> rows(Values values) {
        List<Expression> rows = List.copyOf(values.getExpressions());
        boolean one = !rows.isEmpty() && rows.stream().noneMatch(ExpressionList.class::isInstance);
        return one ? List.of(values.getExpressions()) : rows;
    }

    static List<Expression> cells(Expression row) {
        return row instanceof ExpressionList<?> list ? List.copyOf(list) : List.of(row);
    }
}
