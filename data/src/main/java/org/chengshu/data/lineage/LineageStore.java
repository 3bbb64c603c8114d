package org.chengshu.data.lineage;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.data.LineageEdge;
import org.chengshu.data.LineageEdge.How;
import org.chengshu.data.LineageEdge.Kind;
import org.chengshu.data.LineageEdge.Maker;
import org.chengshu.data.LineageEdge.Point;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Steps of lineage with the time in which they held. */
@Component
class LineageStore {
    private final DSLContext sql;

    LineageStore(DSLContext sql) {
        this.sql = sql;
    }

    List<LineageEdge> now() {
        return sql.fetch("select * from cs_data.lineage_edge where until is null")
                .map(LineageStore::edge);
    }

    List<LineageEdge> asOf(Instant at) {
        return sql.fetch(
                        "select * from cs_data.lineage_edge where since <= {0} and (until is null or until > {0})",
                        DSL.val(at.atOffset(ZoneOffset.UTC)))
                .map(LineageStore::edge);
    }

    /** The times at which something changed, newest first. */
    List<Instant> changes(int most) {
        return sql.fetch("""
                        select distinct at from (
                            select since as at from cs_data.lineage_edge
                            union all select until from cs_data.lineage_edge where until is not null) as times
                        order by at desc limit ?
                        """, most).map(row -> row.get(0, OffsetDateTime.class).toInstant());
    }

    void begin(Collection<LineageEdge> edges, Instant at) {
        edges.forEach(edge -> sql.execute("""
                insert into cs_data.lineage_edge (
                    from_kind, from_id, from_field, to_kind, to_id, to_field, how, maker_kind, maker_id, maker_version,
                    title_zh, title_en, owner, page, since)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz))
                on conflict do nothing
                """, values(edge, at)));
    }

    private static Object[] values(LineageEdge edge, Instant at) {
        Maker by = edge.by();
        return new Object[] {
            edge.from().kind().word(),
            edge.from().id(),
            edge.from().field(),
            edge.to().kind().word(),
            edge.to().id(),
            edge.to().field(),
            edge.how().word(),
            by.kind(),
            by.id(),
            by.version(),
            by.title().zh(),
            by.title().en(),
            by.owner(),
            by.page().orElse(null),
            at.atOffset(ZoneOffset.UTC)
        };
    }

    void end(Collection<LineageEdge> edges, Instant at) {
        edges.forEach(edge -> sql.execute(
                """
                update cs_data.lineage_edge set until = cast(? as timestamptz)
                where until is null and from_kind = ? and from_id = ? and from_field = ? and to_kind = ? and to_id = ?
                  and to_field = ? and how = ? and maker_kind = ? and maker_id = ? and maker_version = ?
                """,
                at.atOffset(ZoneOffset.UTC),
                edge.from().kind().word(),
                edge.from().id(),
                edge.from().field(),
                edge.to().kind().word(),
                edge.to().id(),
                edge.to().field(),
                edge.how().word(),
                edge.by().kind(),
                edge.by().id(),
                edge.by().version()));
    }

    private static LineageEdge edge(Record row) {
        return new LineageEdge(
                point(row, "from"),
                point(row, "to"),
                How.valueOf(row.get("how", String.class).toUpperCase(Locale.ROOT)),
                new Maker(
                        row.get("maker_kind", String.class),
                        row.get("maker_id", String.class),
                        Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                        row.get("owner", String.class),
                        row.get("maker_version", String.class),
                        Optional.ofNullable(row.get("page", String.class))));
    }

    private static Point point(Record row, String end) {
        return Point.of(
                Kind.find(row.get(end + "_kind", String.class)).orElseThrow(),
                row.get(end + "_id", String.class),
                row.get(end + "_field", String.class));
    }
}
