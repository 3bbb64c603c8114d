package org.chengshu.cases.findings;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Which findings belong to which cases; one that returns after its case has rested may come to another. */
@Component
public final class CaseFindings {
    private final DSLContext db;

    CaseFindings(DSLContext db) {
        this.db = db;
    }

    /** The newest case of the finding. */
    Optional<CaseId> caseOf(UUID finding) {
        return db
                .fetch(
                        "select case_id from cs_cases.case_finding where finding_id = ? order by case_id desc limit 1",
                        finding)
                .stream()
                .map(row -> new CaseId(row.get("case_id", UUID.class)))
                .findFirst();
    }

    public List<JoinedFinding> list(CaseId id) {
        return db.fetch("select * from cs_cases.case_finding where case_id = ? order by finding_id", id.value())
                .map(CaseFindings::read);
    }

    /** Whether a case has heard of the finding by this run. */
    boolean isKnown(UUID finding, UUID run) {
        return db.fetchOptional(
                        "select 1 from cs_cases.case_finding where finding_id = ? and ? in (raised_run, settled_run) limit 1",
                        finding,
                        run)
                .isPresent();
    }

    /** As {@link #list}, of all cases that the run raised, passed or the finding belongs to. */
    List<JoinedFinding> about(UUID findingOrRun) {
        return db.fetch(
                        "select * from cs_cases.case_finding where ? in (finding_id, raised_run, settled_run)",
                        findingOrRun)
                .map(CaseFindings::read);
    }

    void raised(CaseId id, UUID finding, UUID run, Instant at) {
        db.execute("""
                insert into cs_cases.case_finding (finding_id, case_id, raised_at, raised_run)
                values (?, ?, cast(? as timestamptz), ?)
                on conflict (finding_id, case_id) do update
                set raised_at = excluded.raised_at, raised_run = excluded.raised_run, settled_at = null,
                    settled_run = null, withdrawn = false
                """, finding, id.value(), at, run);
    }

    void settled(CaseId id, UUID finding, UUID run, boolean withdrawn, Instant at) {
        db.execute("""
                update cs_cases.case_finding
                set settled_at = cast(? as timestamptz), settled_run = ?, withdrawn = ?
                where finding_id = ? and case_id = ?
                """, at, run, withdrawn, finding, id.value());
    }

    /** The run that closed a case, by the closure's id. */
    Optional<UUID> closingRun(UUID closure) {
        return db.fetch("select run_id from cs_cases.closure where id = ? and run_id is not null", closure).stream()
                .map(row -> row.get("run_id", UUID.class))
                .findFirst();
    }

    List<UUID> closuresBy(UUID run) {
        return db.fetch("select id from cs_cases.closure where run_id = ? order by id", run)
                .getValues("id", UUID.class);
    }

    private static JoinedFinding read(Record row) {
        return new JoinedFinding(
                row.get("finding_id", UUID.class),
                new CaseId(row.get("case_id", UUID.class)),
                row.get("raised_at", OffsetDateTime.class).toInstant(),
                row.get("raised_run", UUID.class),
                Optional.ofNullable(row.get("settled_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get("settled_run", UUID.class)),
                row.get("withdrawn", Boolean.class));
    }
}
