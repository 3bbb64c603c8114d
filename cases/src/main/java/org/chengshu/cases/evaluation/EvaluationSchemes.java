package org.chengshu.cases.evaluation;

import java.util.List;
import org.chengshu.cases.CaseError;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemes that packs brought, as they were written. */
@Component
final class EvaluationSchemes {
    private final DSLContext db;
    private final JsonMapper json;

    EvaluationSchemes(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    List<JsonNode> list() {
        return db.fetch("select spec from cs_cases.evaluation_scheme where not retired order by id")
                .map(row -> json.readTree(row.get("spec", JSONB.class).data()));
    }

    JsonNode get(String id) {
        return db.fetchOptional("select spec from cs_cases.evaluation_scheme where id = ? and not retired", id)
                .map(row -> json.readTree(row.get("spec", JSONB.class).data()))
                .orElseThrow(() -> new Fault(CaseError.EVALUATION_UNKNOWN, "there is no evaluation scheme " + id));
    }

    void put(String pack, String id, String spec) {
        db.execute("""
                insert into cs_cases.evaluation_scheme (id, pack, spec) values (?, ?, cast(? as jsonb))
                on conflict (id) do update set pack = excluded.pack, spec = excluded.spec, retired = false
                """, id, pack, spec);
    }

    void retireOthers(String pack, List<String> kept) {
        db.execute(
                "update cs_cases.evaluation_scheme set retired = true where pack = ? and id <> all (cast(? as text[]))",
                pack,
                kept.toArray(String[]::new));
    }
}
