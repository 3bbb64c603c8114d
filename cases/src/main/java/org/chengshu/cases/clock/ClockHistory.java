package org.chengshu.cases.clock;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a case's steps for its clocks. */
@Component
public final class ClockHistory {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    ClockHistory(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    public List<ClockLine> of(CaseId id) {
        return db.fetch("""
                select seq, at, action, from_stage, to_stage, person, note, terms, step_values
                  from cs_cases.step
                 where case_id = ? and from_stage is not null and to_stage is not null
                 order by seq
                """, id.value()).map(this::line);
    }

    /** The histories of several cases, each from its first line to its last. */
    public Map<UUID, List<ClockLine>> ofAll(Collection<UUID> cases) {
        Map<UUID, List<ClockLine>> histories = new HashMap<>();
        db.fetch("""
                select case_id, seq, at, action, from_stage, to_stage, person, note, terms, step_values
                  from cs_cases.step
                 where case_id = any (?) and from_stage is not null and to_stage is not null
                 order by case_id, seq
                """, (Object) cases.toArray(UUID[]::new)).forEach(row -> histories
                .computeIfAbsent(row.get("case_id", UUID.class), id -> new ArrayList<>())
                .add(line(row)));
        return histories;
    }

    /** The terms as a step keeps them. */
    public static String write(Map<String, ClockTerms> terms, JsonMapper json) {
        ObjectNode node = json.createObjectNode();
        terms.forEach((name, of) -> {
            ObjectNode clock = node.putObject(name);
            of.allowed().ifPresent(time -> clock.put("allowed", time.toSeconds()));
            clock.put("working", of.working());
            clock.put("calendar", of.calendar());
            clock.put("yellow", of.yellow());
            clock.put("red", of.red());
        });
        return json.writeValueAsString(node);
    }

    private ClockLine line(Record row) {
        return new ClockLine(
                row.get("seq", Long.class),
                row.get("at", OffsetDateTime.class).toInstant(),
                row.get("action", String.class),
                row.get("from_stage", String.class),
                row.get("to_stage", String.class),
                Optional.ofNullable(row.get("person", String.class)),
                Optional.ofNullable(row.get("note", String.class)),
                Optional.ofNullable(row.get("terms", JSONB.class))
                        .map(terms -> read(json.readTree(terms.data())))
                        .orElseGet(Map::of),
                json.readValue(row.get("step_values", JSONB.class).data(), MAP));
    }

    private static Map<String, ClockTerms> read(JsonNode node) {
        Map<String, ClockTerms> terms = new HashMap<>();
        node.properties().forEach(entry -> {
            JsonNode of = entry.getValue();
            terms.put(
                    entry.getKey(),
                    new ClockTerms(
                            of.has("allowed")
                                    ? Optional.of(Duration.ofSeconds(
                                            of.path("allowed").asLong()))
                                    : Optional.empty(),
                            of.path("working").asBoolean(),
                            of.path("calendar").asString(),
                            of.path("yellow").asInt(),
                            of.path("red").asInt()));
        });
        return terms;
    }
}
