package org.chengshu.cases.kinds;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Which alarms and findings open a case, and of which kind. */
@Component
public final class CaseOpeners {
    static final String FINDING = "finding:";
    static final String ANY = "any";

    private final DSLContext db;

    CaseOpeners(DSLContext db) {
        this.db = db;
    }

    /** The kind of case that an alarm of this rule and severity opens; the opener that asks most wins, then the first by id. */
    public Optional<String> kindFor(String rule, int severity) {
        return db.fetch("""
                        select o.kind
                        from cs_cases.case_opener o join cs_cases.case_kind k on k.id = o.kind and not k.retired
                        where o.rule = ? and o.severity_at_least <= ?
                        order by o.severity_at_least desc, o.id
                        limit 1
                        """, rule, severity).stream()
                .map(row -> row.get("kind", String.class))
                .findFirst();
    }

    /** The kind of case that a finding of data quality of this kind (or of any) and severity opens. */
    public Optional<String> kindForFinding(String kind, int severity) {
        return kindFor(FINDING + kind, severity).or(() -> kindFor(FINDING + ANY, severity));
    }

    void put(String pack, String id, String kind, String rule, int severityAtLeast) {
        db.execute("""
                insert into cs_cases.case_opener (id, pack, kind, rule, severity_at_least) values (?, ?, ?, ?, ?)
                on conflict (id) do update
                set pack = excluded.pack, kind = excluded.kind, rule = excluded.rule,
                    severity_at_least = excluded.severity_at_least
                """, id, pack, kind, rule, severityAtLeast);
    }

    void removeOthers(String pack, List<String> kept) {
        db.execute(
                "delete from cs_cases.case_opener where pack = ? and id <> all (cast(? as text[]))",
                pack,
                kept.toArray(String[]::new));
    }
}
