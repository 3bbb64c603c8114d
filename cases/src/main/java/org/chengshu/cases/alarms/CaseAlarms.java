package org.chengshu.cases.alarms;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmId;
import org.chengshu.cases.CaseId;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Which alarms belong to which case; an alarm belongs to one case for good. */
@Component
public final class CaseAlarms {
    private final DSLContext db;
    private final Clock clock;

    CaseAlarms(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** In the order in which they were raised. */
    public List<JoinedAlarm> list(CaseId id) {
        return db.fetch("select * from cs_cases.case_alarm where case_id = ? order by raised_at, alarm_id", id.value())
                .map(CaseAlarms::read);
    }

    public Optional<CaseId> caseOf(AlarmId alarm) {
        return db.fetch("select case_id from cs_cases.case_alarm where alarm_id = ?", alarm.value()).stream()
                .map(row -> new CaseId(row.get("case_id", UUID.class)))
                .findFirst();
    }

    void join(CaseId id, Alarm alarm) {
        db.execute(
                """
                insert into cs_cases.case_alarm (
                    alarm_id, case_id, rule, raised_at, joined_at, cleared_at, clear_recorded_at)
                values (?, ?, ?, cast(? as timestamptz), cast(? as timestamptz), cast(? as timestamptz),
                        cast(? as timestamptz))
                """,
                alarm.id().value(),
                id.value(),
                alarm.rule().id(),
                alarm.raisedAt(),
                clock.instant(),
                alarm.clearedAt().orElse(null),
                alarm.clearRecordedAt().orElse(null));
    }

    /** False when it was known already. */
    boolean cleared(Alarm alarm) {
        return db.execute(
                        """
                        update cs_cases.case_alarm
                        set cleared_at = cast(? as timestamptz), clear_recorded_at = cast(? as timestamptz)
                        where alarm_id = ? and cleared_at is null
                        """,
                        alarm.clearedAt().orElse(null),
                        alarm.clearRecordedAt().orElse(null),
                        alarm.id().value())
                > 0;
    }

    /** Alarms that were not clear when last heard of. */
    List<AlarmId> open() {
        return db.fetch("select alarm_id from cs_cases.case_alarm where cleared_at is null order by alarm_id")
                .map(row -> new AlarmId(row.get("alarm_id", UUID.class)));
    }

    private static JoinedAlarm read(Record row) {
        return new JoinedAlarm(
                new AlarmId(row.get("alarm_id", UUID.class)),
                row.get("rule", String.class),
                row.get("raised_at", OffsetDateTime.class).toInstant(),
                row.get("joined_at", OffsetDateTime.class).toInstant(),
                maybe(row, "cleared_at"),
                maybe(row, "clear_recorded_at"));
    }

    private static Optional<Instant> maybe(Record row, String name) {
        return Optional.ofNullable(row.get(name, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
