package org.chengshu.sense.rulebook;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
final class RuleStore {
    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    RuleStore(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** In the order in which their packs list them. */
    List<StoredRule> all() {
        return db.fetch("""
                        select r.id, r.product, r.body, s.enabled from cs_sense.rule r
                        left join cs_sense.rule_switch s on s.rule = r.id
                        where not r.retired order by r.pack, r.position, r.id""")
                .map(row -> new StoredRule(
                        row.get("id", String.class),
                        row.get("product", String.class),
                        json.readTree(row.get("body", String.class)),
                        Optional.ofNullable(row.get("enabled", Boolean.class))));
    }

    void put(String pack, JsonNode body, int position) {
        db.execute(
                """
                insert into cs_sense.rule (id, pack, product, body, position, changed_at)
                values (?, ?, ?, ?::jsonb, ?, ?::timestamptz)
                on conflict (id) do update set pack = excluded.pack, product = excluded.product,
                    body = excluded.body, position = excluded.position, retired = false,
                    changed_at = excluded.changed_at""",
                body.get("id").stringValue(),
                pack,
                body.get("product").stringValue(),
                json.writeValueAsString(body),
                position,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** What people said of a rule goes with it. */
    void retireOthers(String pack, List<String> ids) {
        db.execute("""
                with gone as (
                    update cs_sense.rule set retired = true
                    where pack = ? and not retired and not id = any(?) returning id
                )
                delete from cs_sense.rule_switch using gone where rule = gone.id""", pack, ids.toArray(String[]::new));
    }

    void turn(String rule, boolean enabled, String who) {
        db.execute("""
                insert into cs_sense.rule_switch (rule, enabled, who, at) values (?, ?, ?, ?::timestamptz)
                on conflict (rule) do update set enabled = excluded.enabled, who = excluded.who, at = excluded.at""", rule, enabled, who, clock.instant().atOffset(ZoneOffset.UTC));
    }
}
