package org.chengshu.data.quality;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;

/** A run on the wire. */
public record RunView(
        UUID id,
        String dataset,
        Optional<String> owner,
        String cause,
        Optional<Long> load,
        Instant startedAt,
        Instant endedAt,
        long rows,
        Optional<Double> score,
        Optional<Double> minimumScore,
        long statementMillis,
        Optional<UUID> countedIn) {
    static RunView of(Record row) {
        return new RunView(
                row.get("id", UUID.class),
                row.get("dataset", String.class),
                Optional.ofNullable(row.get("owner", String.class)),
                row.get("cause", String.class),
                Optional.ofNullable(row.get("load", Long.class)),
                row.get("started_at", OffsetDateTime.class).toInstant(),
                row.get("ended_at", OffsetDateTime.class).toInstant(),
                row.get("row_count", Long.class),
                Optional.ofNullable(row.get("score", Double.class)),
                Optional.ofNullable(row.get("minimum_score", Double.class)),
                row.get("statement_ms", Long.class),
                Optional.ofNullable(row.get("counted_in", UUID.class)));
    }
}
