package org.chengshu.indicator.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.chengshu.indicator.model.Definition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What packs have declared. Every change raises the catalogue's version. */
@Component
public class DefinitionStore {
    private final DSLContext sql;
    private final JsonMapper mapper;

    DefinitionStore(DSLContext sql, JsonMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    /** Makes these the tables of the pack; whatever is computed with a table that changed is computed anew. */
    public void replaceTables(String pack, Map<String, JsonNode> tables) {
        int changed = 0;
        for (Map.Entry<String, JsonNode> table : tables.entrySet()) {
            int written =
                    sql.execute("""
                    insert into cs_indicator.table_definition as old (id, pack, definition) values (?, ?, ?::jsonb)
                    on conflict (id) do update set pack = excluded.pack, definition = excluded.definition
                    where (old.pack, old.definition) is distinct from (excluded.pack, excluded.definition)
                    """, table.getKey(), pack, table.getValue().toString());
            if (written > 0) {
                forget(table.getKey());
            }
            changed += written;
        }
        changed += sql.execute(
                "delete from cs_indicator.table_definition where pack = ? and not (id = any (?))", pack, ids(tables));
        bump(changed);
    }

    /** Makes these the indicators of the pack; those it has no more are retired with their values kept. */
    public void replaceIndicators(String pack, Map<String, Declaration> indicators) {
        int changed = 0;
        for (Map.Entry<String, Declaration> indicator : indicators.entrySet()) {
            changed += upsert(pack, indicator.getKey(), indicator.getValue());
        }
        changed += sql.execute("""
                update cs_indicator.definition set retired = true
                where pack = ? and not retired and not (id = any (?))
                """, pack, ids(indicators));
        bump(changed);
    }

    /** Indicators in force whose former periods have not been computed since they changed. */
    public List<String> behind() {
        return sql.resultQuery("select id from cs_indicator.definition where not caught_up and not retired order by id")
                .fetch(row -> row.get(0, String.class));
    }

    public void caughtUp(String id) {
        sql.execute("update cs_indicator.definition set caught_up = true where id = ?", id);
    }

    public boolean hasTable(String id) {
        return !sql.fetch("select 1 from cs_indicator.table_definition where id = ?", id)
                .isEmpty();
    }

    public boolean hasIndicator(String id) {
        return !sql.fetch("select 1 from cs_indicator.definition where id = ? and not retired", id)
                .isEmpty();
    }

    long version() {
        return Objects.requireNonNull(
                sql.resultQuery("select version from cs_indicator.catalogue").fetchOne(0, long.class));
    }

    List<JsonNode> tables() {
        return sql.resultQuery("select definition::text from cs_indicator.table_definition order by id")
                .fetch(row -> mapper.readTree(row.get(0, String.class)));
    }

    List<Stored> indicators() {
        return sql.resultQuery("""
                        select definition::text, sensitivity from cs_indicator.definition
                        where not retired order by id
                        """)
                .fetch(row -> new Stored(mapper.readTree(row.get(0, String.class)), row.get(1, int.class)));
    }

    private int upsert(String pack, String id, Declaration declared) {
        Definition definition = declared.definition();
        return sql.execute(
                """
                insert into cs_indicator.definition as old
                (id, pack, definition, title_zh, title_en, theme, unit, grain, target, better, sensitivity, changed_at)
                values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?::float8, ?, ?, now())
                on conflict (id) do update set
                    pack = excluded.pack, definition = excluded.definition,
                    title_zh = excluded.title_zh, title_en = excluded.title_en, theme = excluded.theme,
                    unit = excluded.unit, grain = excluded.grain, target = excluded.target, better = excluded.better,
                    sensitivity = excluded.sensitivity, retired = false, caught_up = false, changed_at = now()
                where old.retired or (old.pack, old.definition, old.sensitivity)
                    is distinct from (excluded.pack, excluded.definition, excluded.sensitivity)
                """,
                id,
                pack,
                declared.json().toString(),
                definition.title().zh(),
                definition.title().en(),
                definition.theme().orElse(null),
                definition.unit(),
                definition.grain().word(),
                definition.target().map(target -> target.value()).orElse(null),
                definition.target().map(target -> target.better().word()).orElse(null),
                declared.sensitivity());
    }

    private void forget(String table) {
        sql.execute(
                "update cs_indicator.definition set caught_up = false where position(? in definition::text) > 0",
                '"' + table + '"');
        sql.execute(
                "update cs_indicator.definition set caught_up = false where position(? in definition::text) > 0",
                '\'' + table + '\'');
    }

    private void bump(int changed) {
        if (changed > 0) {
            sql.execute("update cs_indicator.catalogue set version = version + 1");
        }
    }

    // A pack may bring none: an empty array still needs its type.
    private static String[] ids(Map<String, ?> items) {
        return new TreeMap<>(items).keySet().toArray(String[]::new);
    }

    /** An indicator to be stored, with the sensitivity that its inputs give it. */
    public record Declaration(Definition definition, JsonNode json, int sensitivity) {}

    /** An indicator as stored. */
    record Stored(JsonNode json, int sensitivity) {}
}
