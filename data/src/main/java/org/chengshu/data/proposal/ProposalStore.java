package org.chengshu.data.proposal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class ProposalStore {
    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    ProposalStore(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** Those of a state, what would raise most first. */
    List<Proposal> list(Optional<String> dataset, String state) {
        return db.fetch("""
                        select * from cs_data.quality_proposal
                        where (cast(? as text) is null or dataset = ?) and state = ?
                        order by dataset, would_raise::double precision / greatest(checked, 1) desc, print
                        limit 2000
                        """, dataset.orElse(null), dataset.orElse(null), state).map(this::read);
    }

    Proposal lock(UUID id) {
        return db.fetch("select * from cs_data.quality_proposal where id = ? for update", id).stream()
                .map(this::read)
                .findFirst()
                .orElseThrow(() -> new Fault(DataError.PROPOSAL_NOT_FOUND, "no proposal " + id));
    }

    /** What has been decided once is not proposed again. */
    Set<String> decided(String dataset) {
        return Set.copyOf(
                db.fetch("select print from cs_data.quality_proposal where dataset = ? and state <> 'open'", dataset)
                        .getValues("print", String.class));
    }

    void forgetOpen(String dataset) {
        db.execute("delete from cs_data.quality_proposal where dataset = ? and state = 'open'", dataset);
    }

    void add(String dataset, Draft draft, long wouldRaise, long checked) {
        db.execute(
                """
                insert into cs_data.quality_proposal (
                    id, dataset, print, spec, reason_zh, reason_en, would_raise, checked, proposed_at)
                values (?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, cast(? as timestamptz))
                on conflict (dataset, print) do nothing
                """,
                Ids.at(clock.instant()),
                dataset,
                draft.spec().path("id").asString(),
                draft.spec().toString(),
                draft.reason().zh(),
                draft.reason().en(),
                wouldRaise,
                checked,
                clock.instant());
    }

    void decide(UUID id, String state, String who) {
        db.execute(
                "update cs_data.quality_proposal set state = ?, decided_by = ?, decided_at = cast(? as timestamptz) where id = ?",
                state,
                who,
                clock.instant(),
                id);
    }

    private Proposal read(Record row) {
        return new Proposal(
                row.get("id", UUID.class),
                row.get("dataset", String.class),
                json.readTree(row.get("spec", JSONB.class).data()),
                Text.of(row.get("reason_zh", String.class), row.get("reason_en", String.class)),
                row.get("would_raise", Long.class),
                row.get("checked", Long.class),
                row.get("state", String.class),
                row.get("proposed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.get("decided_by", String.class)),
                Optional.ofNullable(row.get("decided_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
