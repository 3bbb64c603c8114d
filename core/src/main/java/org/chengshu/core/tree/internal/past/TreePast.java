package org.chengshu.core.tree.internal.past;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Datum;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** How the trees came to be what they are. */
@Component
public class TreePast {
    private static final Field<UUID> ID = field(name("id"), UUID.class);
    private static final Field<OffsetDateTime> AT = field(name("at"), OffsetDateTime.class);

    private final DSLContext sql;

    TreePast(DSLContext sql) {
        this.sql = sql;
    }

    /** What was done; {@code nodes} are the codes, at most fifty of {@code count}. */
    public record ChangeView(
            UUID id, String kind, Instant at, String who, String reason, List<String> nodes, int count) {}

    /** A node from when to when; without {@code validFrom} it was there before histories were kept. */
    public record VersionView(
            int version,
            Text name,
            String kind,
            Optional<String> parent,
            String path,
            Optional<String> areaCode,
            boolean hasBoundary,
            Optional<Datum> datum,
            Optional<Instant> validFrom,
            Optional<Instant> validTo,
            Optional<MadeBy> change,
            Optional<MadeBy> endedBy) {}

    /** The change that began or ended a version. */
    public record MadeBy(UUID id, String kind, Instant at, String who, String reason) {}

    /** Who was before and who came after, over all generations. */
    public record Kin(List<Relative> predecessors, List<Relative> successors) {}

    /** A node that handed over or took over. */
    public record Relative(String code, Text name, Instant at, UUID change) {}

    /** Newest first; faults with {@code NOT_FOUND} when there never was such a node. */
    public List<VersionView> versions(Tree tree, String code) {
        List<VersionView> all = sql.fetch("""
                        select v.*, b.datum, nullif(v.valid_from, '-infinity') as since,
                            c.kind as c_kind, c.at as c_at, c.who as c_who, c.reason as c_reason,
                            e.kind as e_kind, e.at as e_at, e.who as e_who, e.reason as e_reason
                        from cs_core.tree_node_version v
                        left join cs_core.boundary b on b.id = v.boundary_id
                        left join cs_core.tree_change c on c.id = v.change_id
                        left join cs_core.tree_change e on e.id = v.ended_by
                        where v.tree = ? and v.code = ? order by v.version desc""", tree.word(), code).map(TreePast::version);
        if (all.isEmpty()) {
            throw new Fault(
                    CoreError.NOT_FOUND, "there never was " + tree.title().en() + " " + code);
        }
        return all;
    }

    private static VersionView version(Record row) {
        return new VersionView(
                row.get("version", Integer.class),
                text(row),
                row.get("kind", String.class),
                Optional.ofNullable(row.get("parent", String.class)),
                row.get("path", String.class),
                Optional.ofNullable(row.get("area_code", String.class)),
                row.get("boundary_id") != null,
                Optional.ofNullable(row.get("datum", String.class)).flatMap(Datum::find),
                Optional.ofNullable(row.get("since", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get("valid_to", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                madeBy(row, "change_id", "c_"),
                madeBy(row, "ended_by", "e_"));
    }

    private static Optional<MadeBy> madeBy(Record row, String id, String prefix) {
        return Optional.ofNullable(row.get(id, UUID.class))
                .map(change -> new MadeBy(
                        change,
                        row.get(prefix + "kind", String.class),
                        row.get(prefix + "at", OffsetDateTime.class).toInstant(),
                        row.get(prefix + "who", String.class),
                        row.get(prefix + "reason", String.class)));
    }

    public Kin kin(Tree tree, String code) {
        versions(tree, code);
        return new Kin(
                relatives(tree, code, "successor", "predecessor"), relatives(tree, code, "predecessor", "successor"));
    }

    private List<Relative> relatives(Tree tree, String code, String from, String to) {
        return sql.fetch("""
                        with recursive line as (
                            select {1} as code, change_id from cs_core.tree_succession
                            where tree = {2} and {0} = {3}
                            union
                            select s.{1}, s.change_id from cs_core.tree_succession s join line on s.{0} = line.code
                            where s.tree = {2})
                        select distinct on (c.at, line.code) line.code, c.at, c.id as change_id, n.name_zh, n.name_en
                        from line
                        join cs_core.tree_change c on c.id = line.change_id
                        join cs_core.tree_node n on n.tree = {2} and n.code = line.code
                        order by c.at desc, line.code""", name(from), name(to), DSL.val(tree.word()), DSL.val(code))
                .map(row -> new Relative(
                        row.get("code", String.class),
                        text(row),
                        row.get("at", OffsetDateTime.class).toInstant(),
                        row.get("change_id", UUID.class)));
    }

    /** Newest first, of one node or of all. */
    public CursorPage<ChangeView> changes(Tree tree, Optional<String> code, Cursor cursor) {
        Condition ofTree = field(name("tree"), String.class).eq(tree.word());
        Condition ofNode = code.map(each -> DSL.condition(
                        "id in (select change_id from cs_core.tree_node_version where tree = ? and code = ? union "
                                + "select ended_by from cs_core.tree_node_version where tree = ? and code = ?)",
                        tree.word(),
                        each,
                        tree.word(),
                        each))
                .orElseGet(DSL::noCondition);
        Field<String[]> codes = field("""
                array(select distinct v.code from cs_core.tree_node_version v
                      where v.change_id = tree_change.id or v.ended_by = tree_change.id order by v.code limit 50)""", String[].class);
        return Keyset.fetch(
                sql.select(DSL.asterisk(), codes.as("codes"))
                        .from("cs_core.tree_change")
                        .where(ofTree)
                        .and(ofNode),
                cursor,
                AT,
                ID,
                TreePast::change);
    }

    private static ChangeView change(Record row) {
        return new ChangeView(
                row.get(ID),
                row.get("kind", String.class),
                row.get(AT).toInstant(),
                row.get("who", String.class),
                row.get("reason", String.class),
                Arrays.asList(row.get("codes", String[].class)),
                row.get("nodes", Integer.class));
    }

    private static Text text(Record row) {
        return Text.of(row.get("name_zh", String.class), row.get("name_en", String.class));
    }
}
