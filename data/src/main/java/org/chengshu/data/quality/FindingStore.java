package org.chengshu.data.quality;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.data.DataError;
import org.chengshu.data.DataFinding;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

@Component
final class FindingStore {
    private static final Field<OffsetDateTime> RAISED =
            DSL.field(DSL.name("raised_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);

    private final DSLContext db;

    FindingStore(DSLContext db) {
        this.db = db;
    }

    Optional<DataFinding> find(UUID id) {
        return db.fetch("select * from cs_data.finding where id = ?", id).stream()
                .map(FindingStore::read)
                .findFirst();
    }

    DataFinding get(UUID id) {
        return find(id).orElseThrow(() -> new Fault(DataError.FINDING_NOT_FOUND, "no finding " + id));
    }

    CursorPage<DataFinding> list(Condition where, Cursor cursor) {
        var query = db.select(DSL.asterisk())
                .from(DSL.table(DSL.name("cs_data", "finding")))
                .where(where);
        return Keyset.fetch(query, cursor, RAISED, ID, FindingStore::read);
    }

    /** All of a dataset under lock; whoever takes a run waits for the one before. */
    List<DataFinding> lock(String dataset) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 77))", dataset);
        return db.fetch("select * from cs_data.finding where dataset = ? for update", dataset)
                .map(FindingStore::read);
    }

    /** The runs whose failing rows are kept with the finding, newest first. */
    List<UUID> raisingRuns(UUID finding) {
        return db.fetch("select run from cs_data.finding_row where finding = ? group by run order by run desc", finding)
                .getValues("run", UUID.class);
    }

    List<UUID> raisedBy(UUID run) {
        return db.fetch("select distinct finding from cs_data.finding_row where run = ?", run)
                .getValues("finding", UUID.class);
    }

    /** The load that a settled finding would have to come from, where one was refused. */
    Optional<Long> awaitedLoad(UUID id) {
        return db.fetch("select awaits_load from cs_data.finding where id = ? and awaits_load is not null", id).stream()
                .map(row -> row.get("awaits_load", Long.class))
                .findFirst();
    }

    void put(DataFinding finding, Optional<Long> awaitsLoad) {
        db.execute(
                """
                insert into cs_data.finding (
                    id, dataset, rule, kind, title_zh, title_en, severity, owner, state, raised, first_seen, raised_at,
                    last_seen, settled_at, settled_by, last_run, failing, checked, awaits_load)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz), cast(? as timestamptz),
                        cast(? as timestamptz), cast(? as timestamptz), cast(? as uuid), ?, ?, ?, cast(? as bigint))
                on conflict (dataset, rule) do update set
                    kind = excluded.kind, title_zh = excluded.title_zh, title_en = excluded.title_en,
                    severity = excluded.severity, owner = excluded.owner, state = excluded.state,
                    raised = excluded.raised, raised_at = excluded.raised_at, last_seen = excluded.last_seen,
                    settled_at = excluded.settled_at, settled_by = excluded.settled_by, last_run = excluded.last_run,
                    failing = excluded.failing, checked = excluded.checked, awaits_load = excluded.awaits_load
                """,
                finding.id(),
                finding.dataset(),
                finding.rule(),
                finding.kind(),
                finding.title().zh(),
                finding.title().en(),
                finding.severity().level(),
                finding.department().orElse(null),
                finding.open() ? "open" : "settled",
                finding.raised(),
                finding.firstSeen(),
                finding.raisedAt(),
                finding.lastSeen(),
                finding.settledAt().orElse(null),
                finding.settledBy().orElse(null),
                finding.lastRun(),
                finding.failing(),
                finding.checked(),
                awaitsLoad.orElse(null));
    }

    private static DataFinding read(Record row) {
        return new DataFinding(
                row.get("id", UUID.class),
                row.get("dataset", String.class),
                row.get("rule", String.class),
                row.get("kind", String.class),
                Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                Severity.ofLevel(row.get("severity", Integer.class)),
                Optional.ofNullable(row.get("owner", String.class)),
                row.get("state", String.class).equals("open"),
                row.get("raised", Integer.class),
                time(row, "first_seen"),
                time(row, "raised_at"),
                time(row, "last_seen"),
                Optional.ofNullable(row.get("settled_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get("settled_by", UUID.class)),
                row.get("last_run", UUID.class),
                row.get("failing", Long.class),
                row.get("checked", Long.class));
    }

    private static Instant time(Record row, String name) {
        return row.get(name, OffsetDateTime.class).toInstant();
    }
}
