package org.chengshu.alarm.centre;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jooq.Record;

/** One step in an alarm's life on the wire; {@code at} in the subject's time, {@code recordedAt} in the platform's. */
record AlarmStep(
        String step,
        Instant at,
        Instant recordedAt,
        Optional<String> person,
        Optional<String> note,
        Map<String, Object> values,
        Map<String, Object> detail) {
    static AlarmStep of(Record row, Map<String, Object> values, Map<String, Object> detail) {
        return new AlarmStep(
                row.get("step", String.class),
                row.get("at", OffsetDateTime.class).toInstant(),
                row.get("recorded_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.get("person", String.class)),
                Optional.ofNullable(row.get("note", String.class)),
                values,
                detail);
    }
}
