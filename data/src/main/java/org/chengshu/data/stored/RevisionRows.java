package org.chengshu.data.stored;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The table of revisions. */
@Component
class RevisionRows {
    private final DSLContext sql;

    RevisionRows(DSLContext sql) {
        this.sql = sql;
    }

    int insert(String dataset, String cause, Instant now) {
        int number = Objects.requireNonNull(sql.resultQuery("""
                        update cs_data.dataset set last_revision = last_revision + 1 where id = ?
                        returning last_revision
                        """, dataset).fetchOne(0, int.class));
        sql.execute(
                "insert into cs_data.revision (dataset, number, state, cause, opened_at) values (?, ?, 'open', ?, ?::timestamptz)",
                dataset,
                number,
                cause,
                now.atOffset(ZoneOffset.UTC));
        return number;
    }

    Optional<Instant> openedAt(String dataset, int number) {
        return sql.resultQuery(
                        "select opened_at from cs_data.revision where dataset = ? and number = ? and state = 'open'",
                        dataset,
                        number)
                .fetchOptional(0, Instant.class);
    }

    void promoted(String dataset, int number, long rows, Instant now) {
        sql.execute("""
                update cs_data.revision set state = 'promoted', row_count = ?, promoted_at = ?::timestamptz
                where dataset = ? and number = ?
                """, rows, now.atOffset(ZoneOffset.UTC), dataset, number);
    }

    void ended(String dataset, int number, PastRevision.State state) {
        sql.execute(
                "update cs_data.revision set state = ? where dataset = ? and number = ?",
                state.word(),
                dataset,
                number);
    }

    /** Promoted ones of a dataset, newest first. */
    List<Integer> readable(String dataset) {
        return sql.resultQuery("""
                        select number from cs_data.revision where dataset = ? and state = 'promoted'
                        order by number desc
                        """, dataset).fetch(0, int.class);
    }

    List<PastRevision> list(String dataset) {
        return sql.resultQuery("""
                        select r.number, r.state, r.cause, r.row_count, r.opened_at, r.promoted_at,
                            r.number = d.revision
                        from cs_data.revision r join cs_data.dataset d on d.id = r.dataset
                        where r.dataset = ? order by r.number desc
                        """, dataset)
                .fetch(row -> new PastRevision(
                        row.get(0, int.class),
                        PastRevision.State.valueOf(row.get(1, String.class).toUpperCase(Locale.ROOT)),
                        row.get(2, String.class),
                        row.get(3, long.class),
                        row.get(4, Instant.class),
                        Optional.ofNullable(row.get(5, Instant.class)),
                        Boolean.TRUE.equals(row.get(6, Boolean.class))));
    }

    /** All that have or may have tables. */
    List<Integer> numbers(String dataset) {
        return sql.resultQuery(
                        "select number from cs_data.revision where dataset = ? and state in ('open', 'promoted')",
                        dataset)
                .fetch(0, int.class);
    }
}
