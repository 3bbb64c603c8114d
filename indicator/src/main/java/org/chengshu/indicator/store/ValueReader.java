package org.chengshu.indicator.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.chengshu.core.access.Scope;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.indicator.FormerValue;
import org.chengshu.indicator.IndicatorValue;
import org.chengshu.indicator.Standing;
import org.chengshu.indicator.Target;
import org.chengshu.indicator.ValueFilter;
import org.chengshu.indicator.compute.Key;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads values in the viewer's part of the city. */
@Component
public class ValueReader {
    private static final Field<String> INDICATOR = DSL.field(DSL.name("indicator"), SQLDataType.CLOB);
    private static final Field<OffsetDateTime> START = DSL.field(DSL.name("start"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<String> KEY = DSL.field(DSL.name("key"), SQLDataType.CLOB);
    private static final Field<String> DIMENSION = DSL.field(DSL.name("dimension"), SQLDataType.CLOB);
    private static final Field<String> MEMBER = DSL.field(DSL.name("member"), SQLDataType.CLOB);
    private static final Field<String> AREA_PATH = DSL.field(DSL.name("area_path"), SQLDataType.CLOB);
    private static final Field<Double> VALUE = DSL.field(DSL.name("value"), SQLDataType.DOUBLE);
    private static final Field<JSONB> ATTRIBUTES = DSL.field(DSL.name("attributes"), SQLDataType.JSONB);
    private static final Field<JSONB> PARTS = DSL.field(DSL.name("parts"), SQLDataType.JSONB);
    private static final Field<Double> COVERAGE = DSL.field(DSL.name("coverage"), SQLDataType.DOUBLE);
    private static final Field<Long> COUNT = DSL.field(DSL.name("count"), SQLDataType.BIGINT);
    private static final Field<Integer> REVISION = DSL.field(DSL.name("revision"), SQLDataType.INTEGER);
    private static final Field<OffsetDateTime> COMPUTED_AT =
            DSL.field(DSL.name("computed_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final DSLContext sql;
    private final JsonMapper mapper;

    ValueReader(DSLContext sql, JsonMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    public CursorPage<IndicatorValue> page(ValueFilter filter, Cursor cursor, Scope scope, Optional<Target> target) {
        return Keyset.fetch(
                select().where(visible(filter.indicator(), scope).and(within(filter))),
                cursor,
                START,
                KEY,
                row -> value(row, target));
    }

    public Optional<IndicatorValue> find(
            String indicator, Instant start, String key, Scope scope, Optional<Target> target) {
        return select().where(visible(indicator, scope))
                .and(START.eq(utc(start)))
                .and(KEY.eq(key))
                .fetchOptional(row -> value(row, target));
    }

    /** The newest known values of one key, newest first. */
    public List<IndicatorValue> newest(String indicator, String key, int number, Scope scope, Optional<Target> target) {
        return select().where(visible(indicator, scope))
                .and(KEY.eq(key))
                .and(VALUE.isNotNull())
                .orderBy(START.desc())
                .limit(number)
                .fetch(row -> value(row, target));
    }

    /** The key to show to a viewer: the widest place if it has values, else one of those with the newest value. */
    public Optional<String> leadingKey(String indicator, Scope scope) {
        Condition known = visible(indicator, scope).and(VALUE.isNotNull());
        for (String areaPath : scope.areaPaths()) {
            String widest = Key.area(areaPath).text();
            if (sql.fetchExists(select().where(known).and(KEY.eq(widest)))) {
                return Optional.of(widest);
            }
        }
        return select().where(known).orderBy(START.desc(), KEY.desc()).limit(1).fetchOptional(KEY);
    }

    public List<FormerValue> former(String indicator, Instant start, String key, Scope scope) {
        return sql.resultQuery("""
                        select revision, value, attributes::text as attributes, coverage, count, computed_at, replaced_at,
                            preliminary
                        from cs_indicator.former_value
                        where indicator = {0} and start = {1}::timestamptz and key = {2} and {3}
                        order by revision desc
                        """, DSL.val(indicator), DSL.val(utc(start)), DSL.val(key), scope.within(AREA_PATH))
                .fetch(this::former);
    }

    private org.jooq.SelectWhereStep<? extends Record> select() {
        return sql.select(
                        START,
                        KEY,
                        DIMENSION,
                        MEMBER,
                        AREA_PATH,
                        VALUE,
                        ATTRIBUTES,
                        PARTS,
                        COVERAGE,
                        COUNT,
                        REVISION,
                        COMPUTED_AT)
                .from(DSL.table(DSL.name("cs_indicator", "value")));
    }

    private static Condition visible(String indicator, Scope scope) {
        return INDICATOR.eq(indicator).and(scope.within(AREA_PATH));
    }

    private static Condition within(ValueFilter filter) {
        return DSL.and(
                filter.from().<Condition>map(from -> START.ge(utc(from))).orElseGet(DSL::noCondition),
                filter.to().<Condition>map(to -> START.lt(utc(to))).orElseGet(DSL::noCondition),
                filter.key().<Condition>map(KEY::eq).orElseGet(DSL::noCondition),
                filter.dimension().<Condition>map(DIMENSION::eq).orElseGet(DSL::noCondition));
    }

    private IndicatorValue value(Record row, Optional<Target> target) {
        Optional<Double> value = Optional.ofNullable(row.get(VALUE));
        OptionalDouble number = value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
        return new IndicatorValue(
                row.get(START).toInstant(),
                row.get(KEY),
                row.get(MEMBER).isEmpty() ? Map.of() : Map.of(row.get(DIMENSION), row.get(MEMBER)),
                row.get(AREA_PATH),
                value,
                target.map(goal -> goal.standing(number)).orElse(Standing.NONE),
                json(row.get(ATTRIBUTES)),
                json(row.get(PARTS)),
                row.get(COVERAGE),
                row.get(COUNT),
                row.get(REVISION),
                row.get(COMPUTED_AT).toInstant());
    }

    private FormerValue former(Record row) {
        return new FormerValue(
                row.get("revision", int.class),
                Optional.ofNullable(row.get("value", Double.class)),
                mapper.readTree(row.get("attributes", String.class)),
                row.get("coverage", double.class),
                row.get("count", long.class),
                row.get("computed_at", OffsetDateTime.class).toInstant(),
                row.get("replaced_at", OffsetDateTime.class).toInstant(),
                row.get("preliminary", boolean.class));
    }

    private JsonNode json(JSONB json) {
        return mapper.readTree(json.data());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
