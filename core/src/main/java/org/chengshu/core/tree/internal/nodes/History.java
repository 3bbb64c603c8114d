package org.chengshu.core.tree.internal.nodes;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Every version of every node, and the changes that made them. */
@Component
public class History {
    private final DSLContext sql;
    private final NodeStore nodes;

    History(DSLContext sql, NodeStore nodes) {
        this.sql = sql;
        this.nodes = nodes;
    }

    /** Lets changes of the tree wait for each other until the transaction ends, and tells when the last one was. */
    public Optional<Instant> lock(Tree tree) {
        sql.fetch("select version from cs_core.tree_version where tree = ? for update", tree.word());
        return sql.fetchSingle("select max(at) as at from cs_core.tree_change where tree = ?", tree.word())
                .map(row ->
                        Optional.ofNullable(row.get("at", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }

    /**
     * Compares the nodes with their last versions, ends those that no longer hold, and begins new ones.
     *
     * @return how many nodes the change has changed; without any it leaves no trace
     */
    public int record(Tree tree, Change change) {
        sql.execute(
                """
                insert into cs_core.tree_change (id, tree, kind, at, account, who, reason, nodes)
                values (?, ?, ?, ?::timestamptz, ?::uuid, ?, ?, 0)""",
                change.id(),
                tree.word(),
                change.kind().word(),
                utc(change.at()),
                change.account().orElse(null),
                change.who(),
                change.reason());
        int ended = end(tree, change);
        int begun = begin(tree, change);
        int nodesChanged = sql.execute("""
                update cs_core.tree_change c set nodes = (
                    select count(distinct code) from cs_core.tree_node_version v
                    where v.change_id = c.id or v.ended_by = c.id)
                where id = ? and ?::int > 0""", change.id(), ended + begun);
        if (nodesChanged == 0) {
            sql.execute("delete from cs_core.tree_change where id = ?", change.id());
        }
        return ended + begun;
    }

    private int end(Tree tree, Change change) {
        return sql.execute("""
                update cs_core.tree_node_version v set valid_to = ?::timestamptz, ended_by = ?
                from cs_core.tree_node n
                where v.tree = ? and v.valid_to is null and n.tree = v.tree and n.code = v.code
                    and (n.closed
                        or (n.name_zh, n.name_en, n.kind, n.parent, n.path, n.area_code, n.boundary_id, n.pack_id)
                            is distinct from
                           (v.name_zh, v.name_en, v.kind, v.parent, v.path, v.area_code, v.boundary_id, v.pack_id))""", utc(change.at()), change.id(), tree.word());
    }

    private int begin(Tree tree, Change change) {
        int begun = sql.execute("""
                insert into cs_core.tree_node_version (tree, code, version, name_zh, name_en, kind, parent, path,
                    area_code, boundary_id, pack_id, valid_from, change_id)
                select n.tree, n.code, n.version + 1, n.name_zh, n.name_en, n.kind, n.parent, n.path, n.area_code,
                    n.boundary_id, n.pack_id, ?::timestamptz, ?
                from cs_core.tree_node n
                where n.tree = ? and not n.closed and not exists (
                    select 1 from cs_core.tree_node_version v
                    where v.tree = n.tree and v.code = n.code and v.valid_to is null)""", utc(change.at()), change.id(), tree.word());
        sql.execute("""
                update cs_core.tree_node n set version = v.version
                from cs_core.tree_node_version v
                where n.tree = ? and v.tree = n.tree and v.code = n.code and v.valid_to is null
                    and v.version <> n.version""", tree.word());
        return begun;
    }

    /** Within the change that closes the predecessors. */
    public void succeed(Tree tree, Change change, Collection<String> predecessors, Collection<String> successors) {
        sql.execute(
                """
                insert into cs_core.tree_succession (tree, predecessor, successor, change_id)
                select ?, p, s, ? from unnest(?::text[]) p cross join unnest(?::text[]) s
                where p <> s on conflict do nothing""", tree.word(), change.id(), predecessors.toArray(String[]::new), successors.toArray(String[]::new));
    }

    public List<Node> asOf(Tree tree, Instant moment) {
        return sql.fetch("""
                        select v.*, false as closed, b.geometry, b.datum
                        from cs_core.tree_node_version v left join cs_core.boundary b on b.id = v.boundary_id
                        where v.tree = ? and v.valid_from <= ?::timestamptz
                            and (v.valid_to is null or v.valid_to > ?::timestamptz)
                        order by v.path""", tree.word(), utc(moment), utc(moment)).map(nodes::node);
    }

    /** Where nodes lay before, as paths that they no longer have. */
    public List<Lineage.Lain> formerPaths(Tree tree) {
        return sql.fetch("""
                        select distinct v.path, v.code
                        from cs_core.tree_node_version v
                        join cs_core.tree_node n on n.tree = v.tree and n.code = v.code
                        where v.tree = ? and v.valid_to is not null and (n.closed or n.path <> v.path)""", tree.word())
                .map(row -> new Lineage.Lain(row.get("path", String.class), row.get("code", String.class)));
    }

    public List<Lineage.Succession> successions(Tree tree) {
        return sql.fetch("select predecessor, successor from cs_core.tree_succession where tree = ?", tree.word())
                .map(row -> new Lineage.Succession(
                        row.get("predecessor", String.class), row.get("successor", String.class)));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
