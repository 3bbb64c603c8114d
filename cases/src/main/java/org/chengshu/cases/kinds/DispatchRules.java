package org.chengshu.cases.kinds;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Finds the lead department of a case by its kind and place. */
@Component
public final class DispatchRules {
    private static final String NOWHERE = "-";

    private final DSLContext db;
    private final Areas areas;

    DispatchRules(DSLContext db, Areas areas) {
        this.db = db;
        this.areas = areas;
    }

    public Optional<String> departmentFor(String kind, String areaPath) {
        List<DispatchRule> rules = db.fetch(
                        "select id, kind, area, department from cs_cases.dispatch_rule where kind = ?", kind)
                .map(this::rule);
        // The rules name today's areas; the case may have come in before they were moved.
        return DispatchRule.choose(rules, kind, areas.present(areaPath));
    }

    void put(String pack, String id, String kind, Optional<String> area, String department) {
        db.execute("""
                insert into cs_cases.dispatch_rule (id, pack, kind, area, department) values (?, ?, ?, ?, ?)
                on conflict (id) do update
                set pack = excluded.pack, kind = excluded.kind, area = excluded.area, department = excluded.department
                """, id, pack, kind, area.orElse(null), department);
    }

    void removeOthers(String pack, List<String> kept) {
        db.execute(
                "delete from cs_cases.dispatch_rule where pack = ? and id <> all (cast(? as text[]))",
                pack,
                kept.toArray(String[]::new));
    }

    // A rule for an area that is gone covers no place, rather than every place.
    private DispatchRule rule(Record row) {
        Optional<String> path = Optional.ofNullable(row.get("area", String.class))
                .map(code -> areas.find(code).map(Area::path).orElse(NOWHERE));
        return new DispatchRule(
                row.get("id", String.class), row.get("kind", String.class), path, row.get("department", String.class));
    }
}
