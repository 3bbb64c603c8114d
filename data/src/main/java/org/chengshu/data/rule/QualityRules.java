package org.chengshu.data.rule;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rules that hold, and what holds for all rules of a dataset. A rule that goes is kept, so that its runs can be read. */
@Component
public final class QualityRules {
    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    QualityRules(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** By id. */
    public List<QualityRule> list(String dataset) {
        return db.fetch("select * from cs_data.quality_rule where dataset = ? and not retired order by id", dataset)
                .map(this::rule);
    }

    /** By dataset and id. */
    public List<QualityRule> list() {
        return db.fetch("select * from cs_data.quality_rule where not retired order by dataset, id")
                .map(this::rule);
    }

    public List<String> datasets() {
        return db.fetch("select distinct dataset from cs_data.quality_rule where not retired order by dataset")
                .getValues("dataset", String.class);
    }

    /** Also when it no longer holds. */
    public Optional<QualityRule> findEver(String id) {
        return db.fetch("select * from cs_data.quality_rule where id = ?", id).stream()
                .map(this::rule)
                .findFirst();
    }

    public Optional<QualityRule> find(String id) {
        return db.fetch("select * from cs_data.quality_rule where id = ? and not retired", id).stream()
                .map(this::rule)
                .findFirst();
    }

    public QualityRule get(String id) {
        return find(id).orElseThrow(
                        () -> new Fault(DataError.QUALITY_RULE_NOT_FOUND, "there is no quality rule " + id));
    }

    /** As {@link #get}, under lock until the transaction ends. */
    public QualityRule lock(String id) {
        return db.fetch("select * from cs_data.quality_rule where id = ? and not retired for update", id).stream()
                .map(this::rule)
                .findFirst()
                .orElseThrow(() -> new Fault(DataError.QUALITY_RULE_NOT_FOUND, "there is no quality rule " + id));
    }

    /** Makes the rule or changes it; takes up one that was retired. */
    public void put(QualityRule rule) {
        db.execute(
                """
                insert into cs_data.quality_rule (id, dataset, spec, pack, changed_at)
                values (?, ?, cast(? as jsonb), ?, cast(? as timestamptz))
                on conflict (id) do update
                set dataset = excluded.dataset, spec = excluded.spec, pack = excluded.pack, retired = false,
                    version = quality_rule.version + 1, changed_at = excluded.changed_at
                where quality_rule.retired or quality_rule.spec <> excluded.spec
                   or quality_rule.dataset <> excluded.dataset or quality_rule.pack is distinct from excluded.pack
                """,
                rule.id(),
                rule.dataset(),
                rule.spec().toString(),
                rule.pack().orElse(null),
                clock.instant());
    }

    public void retire(String id) {
        db.execute("update cs_data.quality_rule set retired = true, version = version + 1 where id = ?", id);
    }

    /** The rules of a pack that are not among those kept. */
    List<String> others(String pack, List<String> kept) {
        return db.fetch(
                        "select id from cs_data.quality_rule where pack = ? and not retired and id <> all (?)",
                        pack,
                        kept.toArray(String[]::new))
                .getValues("id", String.class);
    }

    public QualitySet set(String dataset) {
        return db.fetch("select * from cs_data.quality_set where dataset = ?", dataset).stream()
                .map(QualityRules::set)
                .findFirst()
                .orElseGet(() -> QualitySet.none(dataset));
    }

    public void put(QualitySet set) {
        db.execute(
                """
                insert into cs_data.quality_set (dataset, owner, minimum_score, pack) values (?, ?, ?, ?)
                on conflict (dataset) do update
                set owner = excluded.owner, minimum_score = excluded.minimum_score, pack = excluded.pack,
                    version = quality_set.version + 1
                """,
                set.dataset(),
                set.owner().orElse(null),
                set.minimumScore().orElse(null),
                set.pack().orElse(null));
    }

    void removeOtherSets(String pack, List<String> kept) {
        db.execute(
                "delete from cs_data.quality_set where pack = ? and dataset <> all (?)",
                pack,
                kept.toArray(String[]::new));
    }

    private QualityRule rule(Record row) {
        return RuleJson.read(
                json.readTree(row.get("spec", JSONB.class).data()),
                row.get("dataset", String.class),
                Optional.ofNullable(row.get("pack", String.class)),
                row.get("version", Long.class));
    }

    private static QualitySet set(Record row) {
        return new QualitySet(
                row.get("dataset", String.class),
                Optional.ofNullable(row.get("owner", String.class)),
                Optional.ofNullable(row.get("minimum_score", Double.class)),
                Optional.ofNullable(row.get("pack", String.class)),
                row.get("version", Long.class));
    }
}
