package org.chengshu.core.tree.internal.nodes;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Datum;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Both trees in the database, as they are now. */
@Component
public class NodeStore {
    private static final int AT_ONCE = 500;
    private static final String NODES = """
            select n.*, b.geometry, b.datum
            from cs_core.tree_node n left join cs_core.boundary b on b.id = n.boundary_id
            where n.tree = ?""";

    private final DSLContext sql;
    private final JsonMapper json;

    NodeStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** All nodes, also closed ones. */
    public List<Node> list(Tree tree) {
        return sql.fetch(NODES + " order by n.path", tree.word()).map(this::node);
    }

    /** The node, also a closed one. */
    public Optional<Node> find(Tree tree, String code) {
        return nodes(tree, "n.code = ?", code).stream().findFirst();
    }

    /** What hangs on the node, by code. */
    public List<Node> children(Tree tree, String code) {
        return nodes(tree, "n.parent = ? and not n.closed", code);
    }

    /** The codes that people look after, not packs; also closed ones. */
    public Set<String> codesOfPeople(Tree tree) {
        return sql.fetch("select code from cs_core.tree_node where tree = ? and pack_id is null", tree.word())
                .intoSet("code", String.class);
    }

    private List<Node> nodes(Tree tree, String condition, String code) {
        return sql.fetch(NODES + " and " + condition + " order by n.code", tree.word(), code)
                .map(this::node);
    }

    Node node(Record row) {
        return new Node(
                row.get("code", String.class),
                Text.of(row.get("name_zh", String.class), row.get("name_en", String.class)),
                row.get("kind", String.class),
                Optional.ofNullable(row.get("parent", String.class)),
                row.get("path", String.class),
                Optional.ofNullable(row.get("area_code", String.class)),
                Optional.ofNullable(row.get("geometry", JSONB.class))
                        .map(stored -> new Outline(
                                json.readTree(stored.data()),
                                Datum.find(row.get("datum", String.class)).orElseThrow())),
                Optional.ofNullable(row.get("pack_id", String.class)),
                row.get("closed", Boolean.class),
                row.get("version", Integer.class));
    }

    /** Adds the nodes or makes those with their codes like them; opens what was closed. */
    public void put(Tree tree, List<Node> nodes) {
        for (int from = 0; from < nodes.size(); from += AT_ONCE) {
            String rows = json.writeValueAsString(rows(nodes.subList(from, Math.min(from + AT_ONCE, nodes.size()))));
            sql.execute("""
                    insert into cs_core.boundary (id, geometry, datum)
                    select distinct on (1) encode(sha256(convert_to(n.datum || n.geometry::text, 'UTF8')), 'hex'),
                        n.geometry, n.datum
                    from jsonb_to_recordset(?::jsonb) as n (geometry jsonb, datum text)
                    where n.datum is not null
                    on conflict do nothing""", rows);
            sql.execute("""
                    insert into cs_core.tree_node (tree, code, name_zh, name_en, kind, parent, path, area_code,
                        boundary_id, pack_id)
                    select ?, n.code, n.zh, n.en, n.kind, n.parent, '/' || n.code || '/', n.area_code,
                        case when n.datum is not null
                            then encode(sha256(convert_to(n.datum || n.geometry::text, 'UTF8')), 'hex') end,
                        n.pack
                    from jsonb_to_recordset(?::jsonb) as n (code text, zh text, en text, kind text, parent text,
                        area_code text, geometry jsonb, datum text, pack text)
                    on conflict (tree, code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
                        kind = excluded.kind, parent = excluded.parent, area_code = excluded.area_code,
                        boundary_id = excluded.boundary_id, pack_id = excluded.pack_id, closed = false""", tree.word(), rows);
        }
    }

    private ArrayNode rows(List<Node> nodes) {
        ArrayNode rows = json.createArrayNode();
        for (Node node : nodes) {
            ObjectNode row = rows.addObject()
                    .put("code", node.code())
                    .put("zh", node.name().zh())
                    .put("en", node.name().en())
                    .put("kind", node.kind())
                    .put("parent", node.parent().orElse(null))
                    .put("area_code", node.areaCode().orElse(null))
                    .put("pack", node.pack().orElse(null));
            node.outline().ifPresent(outline -> row.put("datum", outline.datum().word())
                    .set("geometry", outline.geometry()));
        }
        return rows;
    }

    public void close(Tree tree, Collection<String> codes) {
        sql.execute(
                "update cs_core.tree_node set closed = true where tree = ? and code = any(?)",
                tree.word(),
                codes.toArray(String[]::new));
    }

    public void closeAllOfPackBut(Tree tree, String pack, Collection<String> codes) {
        sql.execute("""
                update cs_core.tree_node set closed = true
                where tree = ? and pack_id = ? and not closed and code <> all (?)""", tree.word(), pack, codes.toArray(String[]::new));
    }

    /** Brings every path in line with the parents, also of closed nodes: something may still hang there. */
    public void movePaths(Tree tree) {
        Map<String, Optional<String>> parents = new HashMap<>();
        Map<String, String> before = new HashMap<>();
        sql.fetch("select code, parent, path from cs_core.tree_node where tree = ?", tree.word())
                .forEach(row -> {
                    String code = row.get("code", String.class);
                    parents.put(code, Optional.ofNullable(row.get("parent", String.class)));
                    before.put(code, row.get("path", String.class));
                });
        Map<String, String> moved = TreePaths.of(parents);
        moved.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        if (!moved.isEmpty()) {
            sql.execute("""
                    update cs_core.tree_node n set path = m.value
                    from jsonb_each_text(?::jsonb) m where n.tree = ? and n.code = m.key""", json.writeValueAsString(moved), tree.word());
        }
    }
}
