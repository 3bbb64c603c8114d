package org.chengshu.alarm.centre;

import static org.chengshu.alarm.centre.AlarmTable.*;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.Clearing;
import org.chengshu.alarm.HistoricalClearing;
import org.chengshu.alarm.SeverityChange;
import org.chengshu.alarm.Subject;
import org.chengshu.alarm.storm.Storms;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Severity;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Alarms in PostgreSQL. A batch travels as one JSON array, so its cost is one round trip whatever its size. */
@Component
public final class AlarmStore {
    private static final Field<Integer> PLACE = DSL.field(DSL.name("place"), SQLDataType.INTEGER);
    private static final Field<Boolean> DOUBTFUL = DSL.field(DSL.name("doubtful"), SQLDataType.BOOLEAN);
    private static final Field<Boolean> CROWDED = DSL.field(DSL.name("crowded"), SQLDataType.BOOLEAN);
    private static final Field<Boolean> PARENTAL = DSL.field(DSL.name("parental"), SQLDataType.BOOLEAN);
    private static final Field<Integer> WAS = DSL.field(DSL.name("was"), SQLDataType.INTEGER);
    private static final Field<OffsetDateTime> AT = DSL.field(DSL.name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final DSLContext db;
    private final AlarmRows rows;
    private final AlarmBatches batches;

    AlarmStore(DSLContext db, AlarmRows rows, AlarmBatches batches) {
        this.db = db;
        this.rows = rows;
        this.batches = batches;
    }

    /** Inserts those that have no open twin and are not in doubt; tells of each what became of it. */
    List<Entry> insert(List<NewAlarm> alarms, Storms.Limits limits) {
        Map<Integer, NewAlarm> byPlace = new HashMap<>();
        alarms.forEach(alarm -> byPlace.put(alarm.place(), alarm));
        return db.resultQuery(
                        AlarmSql.INSERT,
                        batches.ofNew(alarms),
                        limits.since(),
                        limits.ofRule(),
                        limits.since(),
                        limits.ofArea())
                .coerce(with(PLACE, DOUBTFUL, CROWDED, PARENTAL))
                .fetch(row -> new Entry(
                        byPlace.get(row.get(PLACE)),
                        row.get(DOUBTFUL),
                        Optional.ofNullable(row.get(ID)).map(any -> rows.read(row)),
                        row.get(PARENTAL),
                        row.get(CROWDED)));
    }

    private static List<Field<?>> with(Field<?>... first) {
        List<Field<?>> fields = new ArrayList<>(List.of(first));
        fields.addAll(COLUMNS);
        return fields;
    }

    /**
     * What became of a new alarm: left out because it is in doubt, there (whether it may have children, whether it may be of a
     * storm), or neither, because it has an open twin.
     */
    record Entry(NewAlarm asked, boolean doubtful, Optional<Alarm> alarm, boolean parental, boolean crowded) {}

    /** The twins that keep alarms from going in: place in the call to id. */
    Map<Integer, AlarmId> twins(List<NewAlarm> alarms) {
        Map<Integer, AlarmId> twins = new HashMap<>();
        for (Record row : db.fetch(AlarmSql.TWINS, batches.ofNew(alarms))) {
            twins.put(row.get("place", Integer.class), new AlarmId(row.get(ID)));
        }
        return twins;
    }

    /** Clears what is open of these, or notes that their condition is over; answers the alarms that were. */
    List<Alarm> clear(List<Clearing> clearings, Instant recordedAt) {
        return db.resultQuery(AlarmSql.CLEAR, recordedAt, batches.ofClearings(clearings))
                .coerce(COLUMNS)
                .fetch(rows::read);
    }

    /** As {@link #clear}, by id; answers those whose raising was announced. */
    List<Alarm> clearHistorical(List<HistoricalClearing> clearings, Instant recordedAt) {
        List<UUID> cleared = db.fetch(AlarmSql.CLEAR_HISTORICAL, recordedAt, batches.ofHistorical(clearings))
                .getValues(ID);
        db.execute(AlarmSql.AGAIN_AFTER_HISTORICAL, (Object) cleared.toArray(UUID[]::new));
        return announced(cleared);
    }

    /** Takes that back of those that hold again; answers them. */
    List<Alarm> notOver(Collection<AlarmId> ids, Instant at) {
        UUID[] values = ids.stream().map(AlarmId::value).toArray(UUID[]::new);
        return list(db.fetch(AlarmSql.NOT_OVER, values, at, at).getValues(ID));
    }

    /** Gives what is open of these its other severity. */
    List<Changed> changeSeverities(List<SeverityChange> changes, Instant recordedAt) {
        return db.resultQuery(AlarmSql.SEVERITY, batches.ofChanges(changes), recordedAt, recordedAt)
                .coerce(with(WAS, AT))
                .fetch(row -> new Changed(rows.read(row), Severity.ofLevel(row.get(WAS)), at(row, AT)));
    }

    /** An alarm with its new severity, and what it was. */
    record Changed(Alarm alarm, Severity from, Instant at) {}

    /** False when it is cleared already, or history. */
    boolean clearByHand(AlarmId id, Viewer viewer, Instant at, String reason) {
        return !db.fetch(AlarmSql.CLEAR_BY_HAND, at, at, viewer.displayName(), reason, id.value(), viewer.accountId())
                .isEmpty();
    }

    private List<Alarm> announced(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return db.select(COLUMNS)
                .from(ALARM)
                .where(ID.in(ids))
                .and(ANNOUNCED)
                .orderBy(ID)
                .fetch(rows::read);
    }

    /** False when it is acknowledged or cleared already. */
    boolean acknowledge(AlarmId id, Instant at, UUID personId, String person, Optional<String> note) {
        return !db.fetch(AlarmSql.ACKNOWLEDGE, at, person, note.orElse(null), at, id.value(), at, at, personId, person)
                .isEmpty();
    }

    Optional<Alarm> find(AlarmId id, Viewer viewer) {
        return db.select(COLUMNS)
                .from(ALARM)
                .where(ID.eq(id.value()))
                .and(seenBy(viewer))
                .fetchOptional(rows::read);
    }

    List<Alarm> openOn(Subject subject) {
        return on(subject, OPEN);
    }

    List<Alarm> clearedOn(Subject subject, Instant from, Instant to) {
        return on(
                subject,
                CLEAR_RECORDED_AT
                        .ge(utc(from))
                        .and(CLEAR_RECORDED_AT.lt(utc(to)))
                        .and(LIVE));
    }

    List<Alarm> historicalOn(Subject subject, Instant from, Instant to) {
        return on(subject, RAISED_AT.ge(utc(from)).and(RAISED_AT.lt(utc(to))).and(OF_IMPORT));
    }

    private List<Alarm> on(Subject subject, Condition condition) {
        return db.select(COLUMNS)
                .from(ALARM)
                .where(SUBJECT_KIND.eq(subject.kind()))
                .and(SUBJECT.eq(subject.id()))
                .and(condition)
                .orderBy(RAISED_AT.desc(), ID.desc())
                .fetch(rows::read);
    }

    /** These alarms in the order of their ids. */
    public List<Alarm> list(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return db.select(COLUMNS).from(ALARM).where(ID.in(ids)).orderBy(ID).fetch(rows::read);
    }
}
