package org.chengshu.data.tag;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Keeps marks, runs and uses. */
@Component
class TagStore {
    private final DSLContext db;

    TagStore(DSLContext db) {
        this.db = db;
    }

    long begin(Tag tag, String cause, Instant at) {
        return db.fetchSingle(
                        "insert into cs_data.tag_run (tag, version, cause, started_at) values (?, ?, ?, ?::timestamptz) returning id",
                        tag.id(),
                        tag.version(),
                        cause,
                        utc(at))
                .get(0, Long.class);
    }

    /** Marks rows; those that have the tag already keep since when. How many are new. */
    int mark(Tag tag, long run, Instant at, List<String> keys, List<String> areas) {
        return db.execute(
                """
                        insert into cs_data.tag_mark as kept (tag, dataset, row_key, area_path, since, run)
                        select distinct on (key) ?, ?, key, nullif(area, ''), ?::timestamptz, ?
                        from unnest(?::text[], ?::text[]) rows (key, area)
                        on conflict (tag, row_key) do update set run = excluded.run, area_path = excluded.area_path""", tag.id(), tag.dataset(), utc(at), run, keys.toArray(String[]::new), areas.toArray(String[]::new));
    }

    void end(Tag tag, long run, Instant at) {
        int lost = db.execute("delete from cs_data.tag_mark where tag = ? and run <> ?", tag.id(), run);
        db.execute("""
                update cs_data.tag_run set ended_at = ?::timestamptz, rows_lost = ?,
                    rows_tagged = (select count(*) from cs_data.tag_mark where tag = ?),
                    rows_gained = (select count(*) from cs_data.tag_mark where tag = ? and since = tag_run.started_at)
                where id = ?""", utc(at), lost, tag.id(), tag.id(), run);
    }

    void failed(long run, Instant at, String error) {
        db.execute("update cs_data.tag_run set ended_at = ?::timestamptz, error = ? where id = ?", utc(at), error, run);
    }

    /** The last run of each tag. */
    Map<String, TagRun> lastRuns() {
        Map<String, TagRun> runs = new HashMap<>();
        db.fetch("select distinct on (tag) * from cs_data.tag_run order by tag, id desc")
                .forEach(row -> runs.put(row.get("tag", String.class), run(row)));
        return runs;
    }

    /** Newest first, the last hundred. */
    List<TagRun> runs(String tag) {
        return db.fetch("select * from cs_data.tag_run where tag = ? order by id desc limit 100", tag)
                .map(TagStore::run);
    }

    /** Up to so many keys after this one, in their order. */
    List<String> keys(String tag, String after, int limit) {
        return db.fetch(
                        "select row_key from cs_data.tag_mark where tag = ? and row_key > ? order by row_key limit ?",
                        tag,
                        after,
                        limit)
                .map(row -> row.get(0, String.class));
    }

    void used(String tag, LocalDate day, Instant at, long rows) {
        db.execute("""
                insert into cs_data.tag_use as kept (tag, day, reads, rows, last_at) values (?, ?, 1, ?, ?::timestamptz)
                on conflict (tag, day) do update set reads = kept.reads + 1, rows = kept.rows + excluded.rows,
                    last_at = excluded.last_at""", tag, day, rows, utc(at));
    }

    /** Over the last thirty days. */
    Map<String, TagUse> uses(LocalDate today) {
        Map<String, TagUse> uses = new HashMap<>();
        db.fetch("""
                        select tag, sum(reads) filter (where day > ?)::bigint as reads,
                            sum(rows) filter (where day > ?)::bigint as rows, max(last_at) as last_at
                        from cs_data.tag_use group by tag""", today.minusDays(30), today.minusDays(30))
                .forEach(row -> uses.put(
                        row.get("tag", String.class),
                        new TagUse(
                                Optional.ofNullable(row.get("reads", Long.class))
                                        .orElse(0L),
                                Optional.ofNullable(row.get("rows", Long.class)).orElse(0L),
                                row.get("last_at", OffsetDateTime.class).toInstant())));
        return uses;
    }

    void forget(String tag) {
        db.execute("delete from cs_data.tag_mark where tag = ?", tag);
        db.execute("delete from cs_data.tag_run where tag = ?", tag);
        db.execute("delete from cs_data.tag_use where tag = ?", tag);
    }

    private static TagRun run(Record row) {
        return new TagRun(
                row.get("cause", String.class),
                row.get("version", Integer.class),
                row.get("started_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.get("ended_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get("rows_tagged", Long.class)),
                Optional.ofNullable(row.get("rows_gained", Long.class)),
                Optional.ofNullable(row.get("rows_lost", Long.class)),
                Optional.ofNullable(row.get("error", String.class)));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
