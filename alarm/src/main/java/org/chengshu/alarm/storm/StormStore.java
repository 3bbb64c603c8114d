package org.chengshu.alarm.storm;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.Subject;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Storms and their members in PostgreSQL. Nobody waits here: what another transaction holds is passed over. */
@Component
final class StormStore {
    private final DSLContext db;

    StormStore(DSLContext db) {
        this.db = db;
    }

    /** What alarms are counted by. */
    record Key(String scope, String value) {}

    /** Fresh alarms of a storm that goes on are one of it; answers their ids. */
    List<UUID> join(UUID[] fresh, Instant now) {
        return ids(db.fetch("""
                with joined as (
                    update cs_alarm.alarm a
                    set suppression = 'storm', suppressor = s.id::text, storm_id = s.id, counts_since = null
                    from cs_alarm.storm s
                    where a.id = any (cast(? as uuid[])) and not a.historical and a.suppression is null
                      and s.ended_at is null
                      and ((s.scope = 'rule' and s.key = a.rule_id) or (s.scope = 'area' and s.key = a.area_path))
                    returning a.id, a.suppressor
                )
                insert into cs_alarm.step (alarm_id, step, at, recorded_at, detail)
                select id, 'suppressed', cast(? as timestamptz), cast(? as timestamptz),
                       jsonb_build_object('suppression', 'storm', 'by', suppressor)
                from joined
                returning alarm_id as id
                """, fresh, now, now));
    }

    /** The keys of fresh alarms of which more have come than the limits allow; a limit of 0 allows any number. */
    List<Key> overLimit(UUID[] fresh, Storms.Limits limits) {
        List<Key> over = new ArrayList<>();
        if (limits.ofRule() > 0) {
            over.addAll(keys("rule", db.fetch("""
                    select k.key
                    from (select distinct rule_id as key from cs_alarm.alarm
                          where id = any (cast(? as uuid[])) and not historical and suppression is null) k
                    where (select count(*) from (
                        select 1 from cs_alarm.alarm a
                        where a.rule_id = k.key and not a.historical and a.recorded_at >= cast(? as timestamptz)
                          and a.suppression is null
                        limit ?) n) > ?
                    order by k.key
                    """, fresh, limits.since(), limits.ofRule() + 1, limits.ofRule())));
        }
        if (limits.ofArea() > 0) {
            over.addAll(keys("area", db.fetch("""
                    select k.key
                    from (select distinct area_path as key from cs_alarm.alarm
                          where id = any (cast(? as uuid[])) and not historical and suppression is null
                            and area_path <> '/') k
                    where (select count(*) from (
                        select 1 from cs_alarm.alarm a
                        where a.area_path = k.key and not a.historical and a.recorded_at >= cast(? as timestamptz)
                          and a.suppression is null
                        limit ?) n) > ?
                    order by k.key
                    """, fresh, limits.since(), limits.ofArea() + 1, limits.ofArea())));
        }
        return over;
    }

    private static List<Key> keys(String scope, List<Record> rows) {
        return rows.stream()
                .map(row -> new Key(scope, row.get("key", String.class)))
                .toList();
    }

    /** False when another transaction begins a storm of this key at the moment. */
    boolean claim(Key key) {
        return db.fetchSingle(
                        "select pg_try_advisory_xact_lock(hashtext('alarm-storm'), hashtext(?))",
                        key.scope() + key.value())
                .get(0, Boolean.class);
    }

    List<StormMember> membersOf(Key key, Instant from) {
        return db.fetch("""
                        select * from cs_alarm.alarm
                        where (case cast(? as text) when 'rule' then rule_id else area_path end) = ?
                          and rule_id = (case cast(? as text) when 'rule' then ? else rule_id end)
                          and not historical and recorded_at >= cast(? as timestamptz)
                          and suppression is null and storm_id is null
                        order by id for update skip locked
                        """, key.scope(), key.value(), key.scope(), key.value(), from)
                .map(StormStore::member);
    }

    private static StormMember member(Record row) {
        return new StormMember(
                row.get("id", UUID.class),
                row.get("rule_id", String.class),
                Text.of(row.get("rule_title_zh", String.class), row.get("rule_title_en", String.class)),
                row.get("sort", String.class),
                row.get("severity", Integer.class),
                new Subject(row.get("subject_kind", String.class), row.get("subject_id", String.class)),
                Text.of(row.get("subject_title_zh", String.class), row.get("subject_title_en", String.class)),
                row.get("area_path", String.class),
                Optional.ofNullable(row.get("parent_kind", String.class))
                        .map(kind -> new Subject(kind, row.get("parent_id", String.class))),
                row.get("raised_at", OffsetDateTime.class).toInstant());
    }

    /** False when a storm of this key goes on already. */
    boolean open(UUID id, Key key, Text title, int severity, StormRoot root, Instant now) {
        return db.execute(
                        """
                        insert into cs_alarm.storm (
                            id, scope, key, title_zh, title_en, severity, root_alarm, root_kind, root_id, root_why,
                            area_path, started_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz))
                        on conflict (scope, key) where ended_at is null do nothing
                        """,
                        id,
                        key.scope(),
                        key.value(),
                        title.zh(),
                        title.en(),
                        severity,
                        root.alarm().id(),
                        root.cause().kind(),
                        root.cause().id(),
                        root.why().word(),
                        root.alarm().areaPath(),
                        now)
                > 0;
    }

    /** Puts the members under the storm. Those that nobody was told of yet no longer count, but for the root. */
    List<UUID> gather(UUID storm, UUID root, Collection<UUID> members, UUID[] fresh, Instant now) {
        UUID[] all = members.toArray(UUID[]::new);
        db.execute("delete from cs_alarm.climb where alarm_id = any (cast(? as uuid[])) and alarm_id <> ?", all, root);
        return ids(db.fetch("""
                with put as (
                    update cs_alarm.alarm a
                    set storm_id = ?,
                        suppression = case when f.told then null else 'storm' end,
                        suppressor = case when f.told then null else ? end,
                        counts_since = case when f.told then a.counts_since end
                    from (select m as id, m = ? or not m = any (cast(? as uuid[])) as told
                          from unnest(cast(? as uuid[])) m) f
                    where a.id = f.id
                    returning a.id, f.told
                )
                insert into cs_alarm.step (alarm_id, step, at, recorded_at, detail)
                select id, case when told then 'storm' else 'suppressed' end, cast(? as timestamptz),
                       cast(? as timestamptz), jsonb_build_object('suppression', 'storm', 'by', cast(? as text))
                from put
                returning alarm_id as id
                """, storm, storm.toString(), root, fresh, all, now, now, storm.toString()));
    }

    /** Ends the storms to which nothing has come for so long. */
    int endQuiet(Instant now, Duration quiet) {
        return db.execute("""
                update cs_alarm.storm s set ended_at = cast(? as timestamptz)
                where s.ended_at is null and s.started_at < cast(? as timestamptz)
                  and not exists (select 1 from cs_alarm.alarm a
                                  where a.storm_id = s.id and a.recorded_at >= cast(? as timestamptz))
                """, now, now.minus(quiet), now.minus(quiet));
    }

    private static List<UUID> ids(List<Record> rows) {
        return rows.stream().map(row -> row.get("id", UUID.class)).toList();
    }
}
