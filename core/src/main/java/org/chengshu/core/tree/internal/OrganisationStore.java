package org.chengshu.core.tree.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.tree.Organisation;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
class OrganisationStore {
    private final DSLContext sql;

    OrganisationStore(DSLContext sql) {
        this.sql = sql;
    }

    List<Organisation> list() {
        return sql.fetch("select * from cs_core.organisation where not retired order by path")
                .map(OrganisationStore::row);
    }

    void upsert(String packId, Organisation organisation) {
        sql.execute(
                """
                insert into cs_core.organisation (code, name_zh, name_en, kind, parent, path, area_code, pack_id)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (code) do update
                   set name_zh = excluded.name_zh, name_en = excluded.name_en, kind = excluded.kind,
                       parent = excluded.parent, area_code = excluded.area_code, pack_id = excluded.pack_id,
                       retired = false
                """,
                organisation.code(),
                organisation.name().zh(),
                organisation.name().en(),
                organisation.kind(),
                organisation.parent().orElse(null),
                organisation.path(),
                organisation.areaCode().orElse(null),
                packId);
    }

    void retireAllBut(String packId, Collection<String> codes) {
        sql.execute(
                "update cs_core.organisation set retired = true where pack_id = ? and not retired and code <> all (?)",
                packId,
                codes.toArray(String[]::new));
    }

    void movePaths() {
        Map<String, Optional<String>> parents = new HashMap<>();
        Map<String, String> before = new HashMap<>();
        sql.fetch("select code, parent, path from cs_core.organisation").forEach(row -> {
            String code = row.get("code", String.class);
            parents.put(code, Optional.ofNullable(row.get("parent", String.class)));
            before.put(code, row.get("path", String.class));
        });
        TreePaths.of(parents).forEach((code, path) -> {
            if (!path.equals(before.get(code))) {
                sql.execute("update cs_core.organisation set path = ? where code = ?", path, code);
            }
        });
    }

    private static Organisation row(Record row) {
        return new Organisation(
                row.get("code", String.class),
                Text.of(row.get("name_zh", String.class), row.get("name_en", String.class)),
                row.get("kind", String.class),
                Optional.ofNullable(row.get("parent", String.class)),
                row.get("path", String.class),
                Optional.ofNullable(row.get("area_code", String.class)));
    }
}
