package org.chengshu.data.source;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.chengshu.kernel.Text;
import org.jooq.Record;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the table of sources as sources. */
final class SourceRows {
    private final JsonMapper json;
    private final BiFunction<UUID, String, Map<String, String>> opening;

    SourceRows(JsonMapper json, BiFunction<UUID, String, Map<String, String>> opening) {
        this.json = json;
        this.opening = opening;
    }

    Source source(Record row) {
        UUID id = row.get("id", UUID.class);
        return new Source(
                id,
                row.get("name", String.class),
                row.get("kind", String.class),
                row.get("description", String.class),
                text(row, "organisation"),
                json.readTree(row.get("config", String.class)),
                opening.apply(id, row.get("secrets", String.class)).keySet(),
                text(row, "target").map(target -> json.readValue(target, Target.class)),
                text(row, "schedule").map(schedule -> json.readValue(schedule, Schedule.class)),
                row.get("paused", Boolean.class),
                text(row, "mark").map(json::readTree),
                time(row, "next_run"),
                Optional.ofNullable(row.get("running", UUID.class)),
                last(row),
                row.get("failures", Integer.class),
                row.get("version", Long.class),
                row.get("created_by", UUID.class),
                time(row, "created_at").orElseThrow());
    }

    private Optional<Source.Last> last(Record row) {
        return Optional.ofNullable(row.get("last_load", UUID.class))
                .map(load -> new Source.Last(
                        load,
                        row.get("last_state", String.class),
                        row.get("last_read", Long.class),
                        row.get("last_stored", Long.class),
                        row.get("last_rejected", Long.class),
                        text(row, "last_error").map(error -> json.readValue(error, Text.class)),
                        time(row, "last_at").orElseThrow()));
    }

    private static Optional<String> text(Record row, String field) {
        return Optional.ofNullable(row.get(field, String.class));
    }

    private static Optional<Instant> time(Record row, String field) {
        return Optional.ofNullable(row.get(field, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
