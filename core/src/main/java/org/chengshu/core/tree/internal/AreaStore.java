package org.chengshu.core.tree.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.tree.Area;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
class AreaStore {
    private final DSLContext sql;
    private final JsonMapper json;

    AreaStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<Area> list() {
        return sql.fetch("select * from cs_core.area where not retired").map(this::row);
    }

    void upsert(String packId, Area area) {
        sql.execute(
                """
                insert into cs_core.area (code, name_zh, name_en, kind, parent, path, boundary, pack_id)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                on conflict (code) do update
                   set name_zh = excluded.name_zh, name_en = excluded.name_en, kind = excluded.kind,
                       parent = excluded.parent, boundary = excluded.boundary, pack_id = excluded.pack_id,
                       retired = false
                """,
                area.code(),
                area.name().zh(),
                area.name().en(),
                area.kind(),
                area.parent().orElse(null),
                area.path(),
                area.boundary()
                        .map(boundary -> JSONB.valueOf(json.writeValueAsString(boundary)))
                        .orElse(null),
                packId);
    }

    void retireAllBut(String packId, Collection<String> codes) {
        sql.execute(
                "update cs_core.area set retired = true where pack_id = ? and not retired and code <> all (?)",
                packId,
                codes.toArray(String[]::new));
    }

    /** Brings every path in line with the parents, also of retired areas: things may still lie there. */
    void movePaths() {
        Map<String, Optional<String>> parents = new HashMap<>();
        Map<String, String> before = new HashMap<>();
        sql.fetch("select code, parent, path from cs_core.area").forEach(row -> {
            String code = row.get("code", String.class);
            parents.put(code, Optional.ofNullable(row.get("parent", String.class)));
            before.put(code, row.get("path", String.class));
        });
        TreePaths.of(parents).forEach((code, path) -> {
            if (!path.equals(before.get(code))) {
                sql.execute("update cs_core.area set path = ? where code = ?", path, code);
            }
        });
    }

    private Area row(Record row) {
        Optional<JsonNode> boundary =
                Optional.ofNullable(row.get("boundary", JSONB.class)).map(stored -> json.readTree(stored.data()));
        return new Area(
                row.get("code", String.class),
                Text.of(row.get("name_zh", String.class), row.get("name_en", String.class)),
                row.get("kind", String.class),
                Optional.ofNullable(row.get("parent", String.class)),
                row.get("path", String.class),
                boundary,
                boundary.map(AreaStore::centre));
    }

    private static Position centre(JsonNode boundary) {
        Point inside = Boundary.read(boundary).getInteriorPoint();
        return new Position(inside.getX(), inside.getY());
    }
}
