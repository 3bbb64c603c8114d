package org.chengshu.cases.evaluation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Evaluations in PostgreSQL. */
@Component
final class EvaluationBook {
    private static final Field<OffsetDateTime> COMPUTED_AT =
            DSL.field(DSL.name("computed_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);

    private final DSLContext db;
    private final JsonMapper json;

    EvaluationBook(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void begin(UUID id, String scheme, String spec, DayRange range, Instant now, String by) {
        db.execute("""
                insert into cs_cases.evaluation (id, scheme, spec, range_from, range_to, computed_at, computed_by, state)
                values (?, ?, cast(? as jsonb), cast(? as timestamptz), cast(? as timestamptz), cast(? as timestamptz), ?,
                        'computing')
                """, id, scheme, spec, range.from(), range.to(), now, by);
    }

    /** Ends the computation; when the one before told the same it stays, and this one goes. Answers which stayed. */
    UUID end(UUID id, String digest, int cases, Instant now) {
        Optional<UUID> same = db.fetchOptional("""
                        select before.id, before.digest from cs_cases.evaluation as before
                        join cs_cases.evaluation as this on before.scheme = this.scheme and before.spec = this.spec
                            and before.range_from = this.range_from and before.range_to = this.range_to
                        where this.id = ? and before.state = 'done' order by before.computed_at desc limit 1
                        """, id)
                .filter(row -> digest.equals(row.get("digest", String.class)))
                .map(row -> row.get("id", UUID.class));
        if (same.isPresent()) {
            discard(id);
            db.execute("""
                    update cs_cases.evaluation
                    set confirmations = confirmations + 1, confirmed_at = cast(? as timestamptz) where id = ?
                    """, now, same.get());
            return same.get();
        }
        db.execute(
                "update cs_cases.evaluation set state = 'done', digest = ?, cases = ? where id = ?", digest, cases, id);
        return id;
    }

    void discard(UUID id) {
        db.execute("delete from cs_cases.evaluation where id = ?", id);
    }

    CursorPage<Evaluation> list(Optional<String> scheme, Cursor cursor) {
        return Keyset.fetch(
                db.select(DSL.asterisk())
                        .from(DSL.table("cs_cases.evaluation"))
                        .where(scheme.map(one -> DSL.field(DSL.name("scheme"), String.class)
                                        .eq(one))
                                .orElseGet(DSL::noCondition)),
                cursor,
                COMPUTED_AT,
                ID,
                this::evaluation);
    }

    Evaluation get(UUID id) {
        return db.fetchOptional("select * from cs_cases.evaluation where id = ?", id)
                .map(this::evaluation)
                .orElseThrow(() -> new Fault(CaseError.EVALUATION_UNKNOWN, "there is no evaluation " + id));
    }

    EvaluationScheme schemeOf(UUID id) {
        return EvaluationSchemeJson.read(
                json.readTree(db.fetchSingle("select spec from cs_cases.evaluation where id = ?", id)
                        .get("spec", JSONB.class)
                        .data()));
    }

    /** The evaluations that count any of these marks. */
    List<UUID> counting(Set<UUID> marks) {
        return db.fetch("select distinct evaluation_id from cs_cases.evaluation_mark where id = any (?)", (Object)
                        marks.toArray(UUID[]::new))
                .getValues("evaluation_id", UUID.class);
    }

    private Evaluation evaluation(Record row) {
        EvaluationScheme scheme = EvaluationSchemeJson.read(
                json.readTree(row.get("spec", JSONB.class).data()));
        return new Evaluation(
                row.get("id", UUID.class),
                row.get("scheme", String.class),
                scheme.title(),
                time(row, "range_from").orElseThrow(),
                time(row, "range_to").orElseThrow(),
                time(row, "computed_at").orElseThrow(),
                row.get("computed_by", String.class),
                row.get("state", String.class),
                row.get("cases", Integer.class),
                Optional.ofNullable(row.get("digest", String.class)),
                row.get("confirmations", Integer.class),
                time(row, "confirmed_at"));
    }

    private static Optional<Instant> time(Record row, String name) {
        return Optional.ofNullable(row.get(name, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
