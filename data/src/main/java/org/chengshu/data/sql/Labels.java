package org.chengshu.data.sql;

import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.RowGetExpression;
import net.sf.jsqlparser.expression.TimezoneExpression;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;

/** The name that PostgreSQL gives a column for which the statement gives none. */
final class Labels {
    static final String NAMELESS = "?column?";

    private Labels() {}

    static String of(Expression expression) {
        return switch (expression) {
            case Column column -> Names.of(column.getColumnName());
            case DateUnitExpression unit -> unit.toString().toLowerCase(Locale.ROOT);
            case Function function -> last(Names.function(function.getName()));
            case AnalyticExpression analytic -> last(Names.function(analytic.getName()));
            case CastExpression cast -> ofCast(cast);
            case CaseExpression _ -> "case";
            case ExtractExpression _ -> "extract";
            case TimezoneExpression _ -> "timezone";
            case ExistsExpression _ -> "exists";
            case RowGetExpression get -> Names.of(get.getColumnName());
            case ParenthesedExpressionList<?> list when list.size() == 1 -> of(list.getFirst());
            case ParenthesedSelect select -> ofSelect(select);
            default -> NAMELESS;
        };
    }

    private static String ofCast(CastExpression cast) {
        String inner = of(cast.getLeftExpression());
        return inner.equals(NAMELESS) ? cast.getColDataType().getDataType().toLowerCase(Locale.ROOT) : inner;
    }

    private static String ofSelect(ParenthesedSelect select) {
        if (!(select.getSelect() instanceof PlainSelect plain)
                || plain.getSelectItems().size() != 1) {
            return NAMELESS;
        }
        return plain.getSelectItem(0).getAlias() == null
                ? of(plain.getSelectItem(0).getExpression())
                : Names.of(plain.getSelectItem(0).getAlias().getName());
    }

    private static String last(String dotted) {
        List<String> parts = List.of(dotted.split("\\."));
        return parts.isEmpty() ? dotted : parts.getLast();
    }
}
