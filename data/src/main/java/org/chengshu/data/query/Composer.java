package org.chengshu.data.query;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.FactField;
import org.chengshu.data.Condition;
import org.chengshu.data.DataError;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.GroupKey;
import org.chengshu.data.Measure;
import org.chengshu.data.Order;
import org.chengshu.data.Selection;
import org.chengshu.data.registry.Published;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectHavingStep;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** Composes the statement of a query; refuses it when it names what is not there or not to be seen. */
final class Composer {
    private final DSLContext sql;
    private final ZoneId zone;

    Composer(DSLContext sql, ZoneId zone) {
        this.sql = sql;
        this.zone = zone;
    }

    Plan compose(Published published, DatasetQuery query, Viewer viewer) {
        Columns columns = new Columns(published.dataset(), viewer);
        ConditionSql conditions = new ConditionSql(columns, new Coerce(zone));
        List<Answered> answered =
                switch (query.selection()) {
                    case Selection.Fields fields -> fields(columns, fields);
                    case Selection.Groups groups -> groups(columns, conditions, groups);
                };
        var asked = conditions.all(query.conditions());
        List<Column> named = answered.stream().map(Answered::column).toList();
        requireDistinct(named);
        SelectHavingStep<?> select = sql.select(answered.stream()
                        .<SelectFieldOrAsterisk>map(
                                one -> one.sql().as(DSL.name(one.column().name())))
                        .toList())
                .from(DSL.table(DSL.name(published.schema(), published.view())))
                .where(columns.scope())
                .and(asked);
        if (query.selection() instanceof Selection.Groups groups && !groups.by().isEmpty()) {
            select = ((org.jooq.SelectGroupByStep<?>) select)
                    .groupBy(keys(answered, groups.by().size()));
        }
        List<SortField<?>> order = order(query, answered);
        return query.limit() == DatasetQuery.EVERY_ROW
                ? new Plan(select.orderBy(order), named)
                : new Plan(select.orderBy(order).limit(query.limit()), named);
    }

    private List<Answered> fields(Columns columns, Selection.Fields fields) {
        List<FactField> chosen = fields.names().isEmpty()
                ? columns.readable()
                : fields.names().stream().map(columns::field).toList();
        return chosen.stream()
                .map(field -> new Answered(new Column(field.name(), field.type()), Columns.sql(field)))
                .toList();
    }

    private List<Answered> groups(Columns columns, ConditionSql conditions, Selection.Groups groups) {
        List<Answered> answered = new ArrayList<>();
        for (GroupKey key : groups.by()) {
            answered.add(Keys.answered(columns.field(key.field()), key, zone));
        }
        Measures measures = new Measures(columns, conditions);
        for (Measure measure : groups.measures()) {
            answered.add(measures.answered(measure));
        }
        if (answered.isEmpty()) {
            throw new Fault(DataError.QUERY_FAULTY, "a grouped query needs keys or measures");
        }
        return answered;
    }

    private static List<Field<?>> keys(List<Answered> answered, int number) {
        return answered.subList(0, number).stream().<Field<?>>map(Answered::sql).toList();
    }

    private static List<SortField<?>> order(DatasetQuery query, List<Answered> answered) {
        List<SortField<?>> fields = new ArrayList<>();
        for (Order by : query.order()) {
            Field<?> column = answered.stream()
                    .filter(one -> one.column().name().equals(by.column()))
                    .findFirst()
                    .orElseThrow(() -> new Fault(
                            DataError.QUERY_FAULTY, "cannot order by " + by.column() + ": not a column of the answer"))
                    .sql();
            SortField<?> sorted = by.descending() ? column.desc() : column.asc();
            fields.add(isPresent(query, by.column()) ? sorted : sorted.nullsLast());
        }
        return fields;
    }

    // Where no value is absent the place of absent ones need not be told, and an index can give the order.
    private static boolean isPresent(DatasetQuery query, String column) {
        return query.selection() instanceof Selection.Fields
                && query.conditions().stream()
                        .filter(condition -> condition.field().equals(column))
                        .anyMatch(Composer::excludesAbsent);
    }

    private static boolean excludesAbsent(Condition condition) {
        return switch (condition.op()) {
            case EQ, LT, LE, GT, GE, IN, BETWEEN, STARTS_WITH -> true;
            case NE -> false;
            case IS_NULL -> condition.values().equals(List.of(false));
        };
    }

    private static void requireDistinct(List<Column> columns) {
        Set<String> seen = new HashSet<>();
        for (Column column : columns) {
            if (!seen.add(column.name())) {
                throw new Fault(DataError.QUERY_FAULTY, "the answer would have two columns " + column.name());
            }
        }
    }
}
