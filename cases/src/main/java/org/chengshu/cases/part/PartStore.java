package org.chengshu.cases.part;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Parts in PostgreSQL; changed only while their case is locked. */
@Component
final class PartStore {
    private final DSLContext db;

    PartStore(DSLContext db) {
        this.db = db;
    }

    List<CasePart> of(CaseId id) {
        return db.fetch("select * from cs_cases.case_part where case_id = ? order by asked_at, id", id.value())
                .map(PartStore::read);
    }

    CasePart get(CaseId id, UUID part) {
        return db.fetch("select * from cs_cases.case_part where id = ? and case_id = ?", part, id.value()).stream()
                .findFirst()
                .map(PartStore::read)
                .orElseThrow(() -> new Fault(CaseError.CASE_PART_UNKNOWN, "no sub-task " + part + " of the case"));
    }

    void insert(CasePart part) {
        db.execute(
                """
                insert into cs_cases.case_part (
                    id, case_id, words, org, org_path, person_id, person, state, part_due, asked_at, asked_by_id,
                    asked_by, changed_at, changed_by)
                values (?, ?, ?, ?, ?, cast(? as uuid), ?, ?, cast(? as timestamptz), cast(? as timestamptz), ?, ?,
                        cast(? as timestamptz), ?)
                """,
                part.id(),
                part.caseId().value(),
                part.words(),
                part.org().orElse(null),
                part.orgPath().orElse(null),
                part.personId().orElse(null),
                part.person().orElse(null),
                part.state().word(),
                part.due().orElse(null),
                part.askedAt(),
                part.askedById(),
                part.askedBy(),
                part.changedAt(),
                part.askedBy());
    }

    void settle(UUID part, PartState state, Instant at, String by, Optional<String> note) {
        db.execute("""
                update cs_cases.case_part
                   set state = ?, changed_at = cast(? as timestamptz), changed_by = ?, note = ? where id = ?
                """, state.word(), at, by, note.orElse(null), part);
    }

    /** What nobody answered ends with its case. */
    void end(UUID caseId, Instant at) {
        db.execute("""
                update cs_cases.case_part set state = 'ended', changed_at = cast(? as timestamptz), changed_by = null
                 where case_id = ? and state = 'open'
                """, at, caseId);
    }

    static CasePart read(Record row) {
        return new CasePart(
                row.get("id", UUID.class),
                new CaseId(row.get("case_id", UUID.class)),
                row.get("words", String.class),
                text(row, "org"),
                text(row, "org_path"),
                Optional.ofNullable(row.get("person_id", UUID.class)),
                text(row, "person"),
                PartState.ofWord(row.get("state", String.class)),
                Optional.ofNullable(row.get("part_due", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.get("asked_at", OffsetDateTime.class).toInstant(),
                row.get("asked_by_id", UUID.class),
                row.get("asked_by", String.class),
                row.get("changed_at", OffsetDateTime.class).toInstant(),
                text(row, "changed_by"),
                text(row, "note"));
    }

    private static Optional<String> text(Record row, String name) {
        return Optional.ofNullable(row.get(name, String.class));
    }
}
