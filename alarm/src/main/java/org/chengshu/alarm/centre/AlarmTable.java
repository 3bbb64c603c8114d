package org.chengshu.alarm.centre;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The alarm table for SQL that is composed. */
public final class AlarmTable {
    public static final String READ = "alarm:read";
    static final String ACKNOWLEDGE = "alarm:acknowledge";
    static final String CLEAR = "alarm:clear";
    static final Table<Record> ALARM = DSL.table(DSL.name("cs_alarm", "alarm"));
    static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    static final Field<String> RULE = text("rule_id");
    static final Field<String> RULE_ZH = text("rule_title_zh");
    static final Field<String> RULE_EN = text("rule_title_en");
    static final Field<Integer> SEVERITY = DSL.field(DSL.name("severity"), SQLDataType.INTEGER);
    static final Field<String> SORT = text("sort");
    static final Field<String> CONDITION = text("condition");
    static final Field<String> SUBJECT_KIND = text("subject_kind");
    static final Field<String> SUBJECT = text("subject_id");
    static final Field<String> SUBJECT_ZH = text("subject_title_zh");
    static final Field<String> SUBJECT_EN = text("subject_title_en");
    static final Field<String> AREA_PATH = text("area_path");
    static final Field<Double> LONGITUDE = DSL.field(DSL.name("longitude"), SQLDataType.DOUBLE);
    static final Field<Double> LATITUDE = DSL.field(DSL.name("latitude"), SQLDataType.DOUBLE);
    static final Field<OffsetDateTime> SINCE = time("since");
    static final Field<OffsetDateTime> RAISED_AT = time("raised_at");
    static final Field<OffsetDateTime> RECORDED_AT = time("recorded_at");
    static final Field<OffsetDateTime> ACKNOWLEDGED_AT = time("acknowledged_at");
    static final Field<String> ACKNOWLEDGED_BY = text("acknowledged_by");
    static final Field<String> NOTE = text("note");
    static final Field<OffsetDateTime> CLEARED_AT = time("cleared_at");
    static final Field<OffsetDateTime> CLEAR_RECORDED_AT = time("clear_recorded_at");
    static final Field<JSONB> VALUES = DSL.field(DSL.name("raised_values"), SQLDataType.JSONB);
    static final Field<JSONB> CLEARED_VALUES = DSL.field(DSL.name("cleared_values"), SQLDataType.JSONB);
    static final Field<Boolean> HISTORICAL = DSL.field(DSL.name("historical"), SQLDataType.BOOLEAN);
    static final Field<Integer> FIRST_SEVERITY = DSL.field(DSL.name("first_severity"), SQLDataType.INTEGER);
    static final Field<Integer> PEAK_SEVERITY = DSL.field(DSL.name("peak_severity"), SQLDataType.INTEGER);
    static final Field<Boolean> BY_HAND_ONLY = DSL.field(DSL.name("by_hand_only"), SQLDataType.BOOLEAN);
    static final Field<OffsetDateTime> OVER_AT = time("over_at");
    static final Field<String> CLEARED_BY = text("cleared_by");
    static final Field<String> CLEAR_REASON = text("clear_reason");
    static final Field<OffsetDateTime> COUNTS_SINCE = time("counts_since");
    static final Field<String> SUPPRESSION = text("suppression");
    static final Field<String> SUPPRESSOR = text("suppressor");
    static final Field<UUID> STORM = DSL.field(DSL.name("storm_id"), SQLDataType.UUID);
    static final Field<OffsetDateTime> WOKE_AT = time("woke_at");
    static final Field<String> PARENT_KIND = text("parent_kind");
    static final Field<String> PARENT = text("parent_id");
    static final Field<String[]> TAGS = DSL.field(DSL.name("tags"), SQLDataType.CLOB.array());
    static final Field<OffsetDateTime> SHELVED_UNTIL = time("shelved_until");
    static final Field<String> SHELVED_BY = text("shelved_by");
    static final Field<String> SHELVE_REASON = text("shelve_reason");
    static final Field<UUID> ASSIGNEE_ID = DSL.field(DSL.name("assignee_id"), SQLDataType.UUID);
    static final Field<String> ASSIGNEE = text("assignee");
    static final Field<Double> AGAIN_AFTER = DSL.field(DSL.name("again_after_s"), SQLDataType.DOUBLE);
    static final Field<Boolean> ANNOUNCED = DSL.field(DSL.name("announced"), SQLDataType.BOOLEAN);

    // Spelt as the partial indexes spell it, so that the planner sees that they fit.
    static final Condition OF_IMPORT = DSL.condition(HISTORICAL);
    static final Condition LIVE = DSL.not(OF_IMPORT);
    static final Condition OPEN = CLEARED_AT.isNull().and(LIVE);
    static final Condition SUPPRESSED = SUPPRESSION.isNotNull();
    static final Condition SHELVED = SHELVED_UNTIL.isNotNull();
    static final Condition COUNTING = OPEN.and(SUPPRESSION.isNull()).and(SHELVED_UNTIL.isNull());

    static final List<Field<?>> COLUMNS = List.of(
            ID,
            RULE,
            RULE_ZH,
            RULE_EN,
            SEVERITY,
            SORT,
            CONDITION,
            SUBJECT_KIND,
            SUBJECT,
            SUBJECT_ZH,
            SUBJECT_EN,
            AREA_PATH,
            LONGITUDE,
            LATITUDE,
            SINCE,
            RAISED_AT,
            RECORDED_AT,
            ACKNOWLEDGED_AT,
            ACKNOWLEDGED_BY,
            NOTE,
            CLEARED_AT,
            CLEAR_RECORDED_AT,
            VALUES,
            CLEARED_VALUES,
            HISTORICAL,
            FIRST_SEVERITY,
            PEAK_SEVERITY,
            BY_HAND_ONLY,
            OVER_AT,
            CLEARED_BY,
            CLEAR_REASON,
            COUNTS_SINCE,
            SUPPRESSION,
            SUPPRESSOR,
            STORM,
            WOKE_AT,
            PARENT_KIND,
            PARENT,
            TAGS,
            SHELVED_UNTIL,
            SHELVED_BY,
            SHELVE_REASON,
            ASSIGNEE_ID,
            ASSIGNEE,
            AGAIN_AFTER);

    private AlarmTable() {}

    static Instant at(Record row, Field<OffsetDateTime> field) {
        return row.get(field).toInstant();
    }

    static Optional<Instant> maybeAt(Record row, Field<OffsetDateTime> field) {
        return Optional.ofNullable(row.get(field)).map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Raised in [from, to). */
    public static Condition raisedIn(Instant from, Instant to) {
        return RAISED_AT.ge(utc(from)).and(RAISED_AT.lt(utc(to)));
    }

    /** Where a viewer sees alarms: whoever may acknowledge an alarm sees it. */
    public static Scope scopeOf(Viewer viewer) {
        return viewer.scope(READ).or(viewer.scope(ACKNOWLEDGE));
    }

    public static Condition seenBy(Viewer viewer) {
        return scopeOf(viewer).within(AREA_PATH);
    }

    private static Field<String> text(String name) {
        return DSL.field(DSL.name(name), SQLDataType.CLOB);
    }

    private static Field<OffsetDateTime> time(String name) {
        return DSL.field(DSL.name(name), SQLDataType.TIMESTAMPWITHTIMEZONE);
    }
}
