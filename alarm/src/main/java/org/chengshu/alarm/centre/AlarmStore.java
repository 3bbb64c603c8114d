package org.chengshu.alarm.centre;

import static org.chengshu.alarm.centre.AlarmTable.*;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.Clearing;
import org.chengshu.alarm.HistoricalClearing;
import org.chengshu.alarm.SeverityChange;
import org.chengshu.alarm.Subject;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Severity;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/** Alarms in PostgreSQL. A batch travels as one JSON array, so its cost is one round trip whatever its size. */
@Component
public final class AlarmStore {
    private final DSLContext db;
    private final AlarmRows rows;
    private final AlarmBatches batches;

    AlarmStore(DSLContext db, AlarmRows rows, AlarmBatches batches) {
        this.db = db;
        this.rows = rows;
        this.batches = batches;
    }

    /** Inserts those that have no open twin; answers the ids that went in. */
    Set<UUID> insert(List<NewAlarm> alarms) {
        Set<UUID> inserted = new HashSet<>();
        for (Record row : db.fetch(AlarmSql.INSERT, batches.ofNew(alarms))) {
            inserted.add(row.get(ID));
        }
        return inserted;
    }

    /** The twins that keep alarms from going in: place in the call to id. */
    Map<Integer, AlarmId> twins(List<NewAlarm> alarms) {
        Map<Integer, AlarmId> twins = new HashMap<>();
        for (Record row : db.fetch(AlarmSql.TWINS, batches.ofNew(alarms))) {
            twins.put(row.get("place", Integer.class), new AlarmId(row.get(ID)));
        }
        return twins;
    }

    /** Clears what is open of these; answers the alarms that were. */
    List<Alarm> clear(List<Clearing> clearings, Instant recordedAt) {
        return list(db.fetch(AlarmSql.CLEAR, recordedAt, batches.ofClearings(clearings))
                .getValues(ID));
    }

    /** As {@link #clear}, by id; answers those whose raising was announced. */
    List<Alarm> clearHistorical(List<HistoricalClearing> clearings, Instant recordedAt) {
        return announced(db.fetch(AlarmSql.CLEAR_HISTORICAL, recordedAt, batches.ofHistorical(clearings))
                .getValues(ID));
    }

    /** Notes that the condition is over of those that only a person clears; answers them. */
    List<Alarm> over(List<Clearing> clearings, Instant recordedAt) {
        return list(db.fetch(AlarmSql.OVER, batches.ofClearings(clearings), recordedAt)
                .getValues(ID));
    }

    /** Takes that back of those that hold again; answers them. */
    List<Alarm> notOver(Collection<AlarmId> ids, Instant at) {
        UUID[] values = ids.stream().map(AlarmId::value).toArray(UUID[]::new);
        return list(db.fetch(AlarmSql.NOT_OVER, values, at, at).getValues(ID));
    }

    /** Gives what is open of these its other severity. */
    List<Changed> changeSeverities(List<SeverityChange> changes, Instant recordedAt) {
        Result<Record> found = db.fetch(AlarmSql.SEVERITY, batches.ofChanges(changes), recordedAt, recordedAt);
        Map<AlarmId, Alarm> now = new HashMap<>();
        list(found.getValues(ID)).forEach(alarm -> now.put(alarm.id(), alarm));
        return found.map(row -> new Changed(
                now.get(new AlarmId(row.get(ID))),
                Severity.ofLevel(row.get("was", Integer.class)),
                row.get("at", OffsetDateTime.class).toInstant()));
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
