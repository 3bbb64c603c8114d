package org.chengshu.data.quality;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.QualityScores;
import org.chengshu.data.rule.QualityRule;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Runs and their results; neither is ever changed. */
@Component
final class RunStore implements QualityScores {
    private static final Field<OffsetDateTime> STARTED =
            DSL.field(DSL.name("started_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);

    private final DSLContext db;
    private final CitySettings settings;

    RunStore(DSLContext db, CitySettings settings) {
        this.db = db;
        this.settings = settings;
    }

    void add(QualityRun run) {
        db.execute(
                """
                insert into cs_data.quality_run (
                    id, dataset, owner, cause, load, started_at, ended_at, day, row_count, score, minimum_score, statement_ms,
                    counted_in)
                values (?, ?, ?, ?, cast(? as bigint), cast(? as timestamptz), cast(? as timestamptz), ?, ?,
                        cast(? as double precision), cast(? as double precision), ?, cast(? as uuid))
                """,
                run.id(),
                run.dataset(),
                run.owner().orElse(null),
                run.cause().word(),
                run.load().orElse(null),
                run.startedAt(),
                run.endedAt(),
                run.startedAt().atZone(settings.zone()).toLocalDate(),
                run.rows(),
                run.score().orElse(null),
                run.minimumScore().orElse(null),
                run.statementMillis(),
                run.countedIn().orElse(null));
        List<Query> results = new ArrayList<>();
        run.results().forEach(result -> results.add(insert(run.id(), result)));
        db.batch(results).execute();
    }

    private Query insert(UUID run, RuleResult result) {
        return db.query(
                """
                insert into cs_data.quality_result (
                    run, rule, rule_version, kind, title_zh, title_en, severity, weight, tolerance, checked, failing, unfit)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                run,
                result.rule().id(),
                result.rule().version(),
                result.rule().kind().word(),
                result.rule().title().zh(),
                result.rule().title().en(),
                result.rule().severity().level(),
                result.rule().weight(),
                result.rule().tolerance(),
                result.checked(),
                result.failing(),
                result.unfit().orElse(null));
    }

    CursorPage<RunView> list(Optional<String> dataset, Cursor cursor) {
        var query = db.select(DSL.asterisk())
                .from(DSL.table(DSL.name("cs_data", "quality_run")))
                .where(dataset.map(id ->
                                DSL.field(DSL.name("dataset"), String.class).eq(id))
                        .orElseGet(DSL::noCondition));
        return Keyset.fetch(query, cursor, STARTED, ID, RunView::of);
    }

    Optional<RunView> find(UUID id) {
        return db.fetch("select * from cs_data.quality_run where id = ?", id).stream()
                .map(RunView::of)
                .findFirst();
    }

    List<ResultView> results(UUID run) {
        return db.fetch(
                        "select * from cs_data.quality_result where run = ? order by unfit nulls last, failing::double precision / greatest(checked, 1) desc, rule",
                        run)
                .map(ResultView::of);
    }

    /** The run over the rows of this load before they were promoted, while none has looked at them since. */
    Optional<RunView> ofLoad(String dataset, long load) {
        return db.fetch("""
                        select * from cs_data.quality_run r
                        where dataset = ? and cause = 'load' and load = ? and not exists (
                            select 1 from cs_data.quality_run later
                            where later.dataset = r.dataset and later.load = r.load and later.cause = 'refresh')
                        order by started_at desc, id desc limit 1
                        """, dataset, load).stream().map(RunView::of).findFirst();
    }

    /** What that run found, if it asked just these rules as they are. */
    Optional<List<RuleResult>> results(UUID run, List<QualityRule> rules) {
        Map<String, Record> found = db.fetch("select * from cs_data.quality_result where run = ?", run)
                .intoMap(row -> row.get("rule", String.class));
        boolean same = found.size() == rules.size()
                && rules.stream().allMatch(rule -> Optional.ofNullable(found.get(rule.id()))
                        .filter(row -> row.get("rule_version", Long.class) == rule.version())
                        .isPresent());
        return same
                ? Optional.of(rules.stream()
                        .map(rule -> result(rule, found.get(rule.id())))
                        .toList())
                : Optional.empty();
    }

    private static RuleResult result(QualityRule rule, Record found) {
        return new RuleResult(
                rule,
                found.get("checked", Long.class),
                found.get("failing", Long.class),
                Optional.ofNullable(found.get("unfit", String.class)));
    }

    /** The last run over what is current. */
    Optional<RunView> last(String dataset) {
        return db.fetch("""
                        select * from cs_data.quality_run
                        where dataset = ? and cause <> 'load' order by started_at desc, id desc limit 1
                        """, dataset).stream().map(RunView::of).findFirst();
    }

    @Override
    public Optional<QualityScore> latest(String dataset) {
        return db.fetch("""
                        select run.*, quality_set.minimum_score as least
                        from cs_data.quality_run run left join cs_data.quality_set using (dataset)
                        where dataset = ? and cause <> 'load' and score is not null
                        order by started_at desc, id desc limit 1
                        """, dataset).stream().map(RunStore::score).findFirst();
    }

    private static QualityScore score(Record row) {
        return new QualityScore(
                row.get("dataset", String.class),
                row.get("id", UUID.class),
                row.get("score", Double.class),
                row.get("row_count", Long.class),
                Optional.ofNullable(row.get("least", Double.class)),
                row.get("started_at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant());
    }
}
