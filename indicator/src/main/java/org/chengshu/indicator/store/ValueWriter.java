package org.chengshu.indicator.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.chengshu.indicator.compute.Computed;
import org.chengshu.indicator.compute.Key;
import org.chengshu.indicator.compute.Outcome;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the table hold what was computed. What changed keeps its former value; what was not computed again has become
 * unknown. One writer for each indicator at a time: call {@link #lock} first, in the same transaction.
 */
@Component
public class ValueWriter {
    private static final Outcome UNKNOWN = Outcome.of(OptionalDouble.empty(), 0);

    private final DSLContext sql;
    private final JsonMapper mapper;
    private final Clock clock;
    private final ValueRows rows;

    ValueWriter(DSLContext sql, JsonMapper mapper, Clock clock, ValueRows rows) {
        this.sql = sql;
        this.mapper = mapper;
        this.clock = clock;
        this.rows = rows;
    }

    public void lock(String indicator) {
        sql.fetch("select pg_advisory_xact_lock(hashtextextended(?, 0))", "indicator " + indicator);
    }

    /**
     * Writes the values of the periods that start from {@code from} to just before {@code to}.
     *
     * @param end the end of a period by its start
     */
    public List<Change> replace(
            String indicator, Instant from, Instant to, List<Computed> computed, UnaryOperator<Instant> end) {
        Map<Place, Kept> kept = kept(indicator, from, to);
        List<ValueRows.Row> upserts = new ArrayList<>();
        List<ValueRows.Former> formers = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Computed one : withVanished(computed, kept)) {
            Kept before = kept.get(new Place(one.start(), one.key().text()));
            JsonNode attributes = asStored(one.outcome().attributes());
            JsonNode parts = asStored(one.outcome().parts());
            if (before == null) {
                if (one.outcome().value().isPresent()) {
                    upserts.add(row(one, attributes, parts, 1));
                    changes.add(new Change(one.start(), one.key(), one.outcome().value()));
                }
            } else if (!before.tellsTheSame(one.outcome(), attributes)) {
                formers.add(new ValueRows.Former(one.start(), one.key().text(), end.apply(one.start())));
                upserts.add(row(one, attributes, parts, before.revision() + 1));
                changes.add(new Change(one.start(), one.key(), one.outcome().value()));
            } else if (!before.restsOnTheSame(one, parts)) {
                upserts.add(row(one, attributes, parts, before.revision()));
            }
        }
        rows.keepFormer(indicator, formers, clock.instant());
        rows.upsert(indicator, upserts, clock.instant());
        return changes;
    }

    private static List<Computed> withVanished(List<Computed> computed, Map<Place, Kept> kept) {
        Map<Place, Kept> vanished = new HashMap<>(kept);
        computed.forEach(one -> vanished.remove(new Place(one.start(), one.key().text())));
        List<Computed> all = new ArrayList<>(computed);
        vanished.values().stream()
                .filter(value -> value.value().isPresent())
                .map(value -> new Computed(
                        value.start(),
                        new Key(value.key(), value.dimension(), value.member(), value.areaPath()),
                        UNKNOWN))
                .forEach(all::add);
        return all;
    }

    private ValueRows.Row row(Computed one, JsonNode attributes, JsonNode parts, int revision) {
        return new ValueRows.Row(one, attributes.toString(), parts.toString(), revision);
    }

    // Through text, so that numbers compare as they come back from the database.
    private JsonNode asStored(Map<String, ?> told) {
        return mapper.readTree(mapper.writeValueAsString(told));
    }

    private Map<Place, Kept> kept(String indicator, Instant from, Instant to) {
        Map<Place, Kept> kept = new HashMap<>();
        sql.resultQuery("""
                        select start, key, dimension, member, area_path, value, attributes::text as attributes,
                            parts::text as parts, coverage, count, revision
                        from cs_indicator.value where indicator = ? and start >= ?::timestamptz and start < ?::timestamptz
                        """, indicator, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC))
                .fetch(this::kept)
                .forEach(value -> kept.put(new Place(value.start(), value.key()), value));
        return kept;
    }

    private Kept kept(Record row) {
        Double value = row.get("value", Double.class);
        return new Kept(
                row.get("start", OffsetDateTime.class).toInstant(),
                row.get("key", String.class),
                row.get("dimension", String.class),
                row.get("member", String.class),
                row.get("area_path", String.class),
                value == null ? OptionalDouble.empty() : OptionalDouble.of(value),
                mapper.readTree(row.get("attributes", String.class)),
                mapper.readTree(row.get("parts", String.class)),
                row.get("coverage", double.class),
                row.get("count", long.class),
                row.get("revision", int.class));
    }

    private record Place(Instant start, String key) {}
}
