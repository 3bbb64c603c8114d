package org.chengshu.cases.verify;

import java.time.OffsetDateTime;
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
import tools.jackson.databind.json.JsonMapper;

/** Evidence and closures; neither is ever changed. */
@Component
public final class EvidenceStore {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    EvidenceStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void add(CaseId id, Evidence evidence) {
        db.execute(
                """
                insert into cs_cases.evidence (
                    id, case_id, alarms, clear_since, window_from, window_to, last_seen, max_silence, verify_for,
                    cleared_values, recorded_at)
                values (?, ?, cast(? as uuid[]), cast(? as timestamptz), cast(? as timestamptz),
                        cast(? as timestamptz), cast(? as timestamptz), ?, ?, cast(? as jsonb), cast(? as timestamptz))
                """,
                evidence.id(),
                id.value(),
                evidence.alarms().toArray(UUID[]::new),
                evidence.clearSince(),
                evidence.windowFrom(),
                evidence.windowTo(),
                evidence.lastSeen(),
                evidence.maxSilence().orElse(null),
                evidence.verifyFor(),
                json.writeValueAsString(evidence.values()),
                evidence.recordedAt());
    }

    public Optional<Evidence> find(UUID id) {
        return db.fetch("select * from cs_cases.evidence where id = ?", id).stream()
                .map(this::evidence)
                .findFirst();
    }

    /** The case that the evidence or the closure belongs to. */
    public Optional<CaseId> caseOf(UUID id) {
        return db.fetch("""
                        select case_id from cs_cases.evidence where id = ?
                        union all
                        select case_id from cs_cases.closure where id = ?
                        """, id, id).stream()
                .map(row -> new CaseId(row.get("case_id", UUID.class)))
                .findFirst();
    }

    /** In the order in which they were recorded. */
    public List<Evidence> evidences(CaseId id) {
        return db.fetch("select * from cs_cases.evidence where case_id = ? order by id", id.value())
                .map(this::evidence);
    }

    /** In the order in which they were recorded. */
    public List<Closure> closures(CaseId id) {
        return db.fetch("select * from cs_cases.closure where case_id = ? order by id", id.value())
                .map(EvidenceStore::closure);
    }

    private Evidence evidence(Record row) {
        return new Evidence(
                row.get("id", UUID.class),
                List.of(row.get("alarms", UUID[].class)),
                row.get("clear_since", OffsetDateTime.class).toInstant(),
                row.get("window_from", OffsetDateTime.class).toInstant(),
                row.get("window_to", OffsetDateTime.class).toInstant(),
                row.get("last_seen", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.get("max_silence", String.class)),
                row.get("verify_for", String.class),
                json.readValue(row.get("cleared_values", JSONB.class).data(), MAP),
                row.get("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static Closure closure(Record row) {
        return new Closure(
                row.get("id", UUID.class),
                row.get("case_id", UUID.class),
                row.get("closed_at", OffsetDateTime.class).toInstant(),
                row.get("closed_by", String.class),
                Optional.ofNullable(row.get("person", String.class)),
                row.get("override", Boolean.class),
                Optional.ofNullable(row.get("reason", String.class)),
                Optional.ofNullable(row.get("evidence_id", UUID.class)),
                Optional.ofNullable(row.get("run_id", UUID.class)));
    }
}
