package org.chengshu.cases.kinds;

import java.util.List;
import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The kinds of cases that packs brought; a retired one still runs the cases it has. */
@Component
public final class CaseKinds {
    private final DSLContext db;
    private final JsonMapper json;

    CaseKinds(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    public CaseKind get(String id) {
        return find(id).orElseThrow(() -> new Fault(CaseError.CASE_KIND_UNKNOWN, "there is no case kind " + id));
    }

    public Optional<CaseKind> find(String id) {
        return db.fetch("select spec from cs_cases.case_kind where id = ?", id).stream()
                .map(this::kind)
                .findFirst();
    }

    /** A kind in which new cases may be opened. */
    public Optional<CaseKind> findInUse(String id) {
        return db.fetch("select spec from cs_cases.case_kind where id = ? and not retired", id).stream()
                .map(this::kind)
                .findFirst();
    }

    /** Those in use, by id. */
    public List<CaseKind> list() {
        return db.fetch("select spec from cs_cases.case_kind where not retired order by id")
                .map(this::kind);
    }

    void put(String pack, String id, String spec) {
        db.execute("""
                insert into cs_cases.case_kind (id, pack, spec) values (?, ?, cast(? as jsonb))
                on conflict (id) do update set pack = excluded.pack, spec = excluded.spec, retired = false
                """, id, pack, spec);
    }

    void retireOthers(String pack, List<String> kept) {
        db.execute(
                "update cs_cases.case_kind set retired = true where pack = ? and id <> all (cast(? as text[]))",
                pack,
                kept.toArray(String[]::new));
    }

    private CaseKind kind(Record row) {
        return CaseKindJson.read(json.readTree(row.get("spec", JSONB.class).data()));
    }
}
