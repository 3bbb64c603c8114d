package org.chengshu.cases.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The histories that packs describe, the cases that came of them, and the rows that did not become one. */
@Component
class HistoryStore {
    private static final String TAKE = """
            with given as (
                select * from jsonb_to_recordset(cast(? as jsonb)) as g (
                    id uuid, number text, kind text, title text, description text, category text, area_path text,
                    longitude double precision, latitude double precision, department text, department_path text,
                    stage text, opened_at timestamptz, due timestamptz, closed_at timestamptz, late boolean)),
            made as (
                insert into cs_cases.case_file (
                    id, number, kind, title_zh, title_en, description, category, stage, severity, source, verified_by,
                    area_path, longitude, latitude, department, department_path, reported_at, opened_at, recorded_at,
                    stage_since, due, closed_at, closed_by, late_stages, historical, clocked_at)
                select id, number, kind, title, title, description, category, stage, 2, 'person', 'officer',
                    area_path, longitude, latitude, department, department_path, opened_at, opened_at,
                    cast(? as timestamptz), coalesce(closed_at, opened_at), due, closed_at,
                    case when closed_at is not null then 'officer' end, case when late then 1 else 0 end, true, closed_at
                from given
                on conflict (number) do nothing
                returning id),
            told as (
                insert into cs_cases.step (case_id, at, recorded_at, actor, action, from_stage, to_stage, note, terms)
                select case_id, at, cast(? as timestamptz), 'platform', action, from_stage, to_stage, note, terms
                from (
                    select id as case_id, opened_at as at, 'report' as action, 'report' as from_stage,
                        case when closed_at is null then stage else 'handle' end as to_stage, cast(? as text) as note,
                        case when due > opened_at then jsonb_build_object('whole', jsonb_build_object(
                            'allowed', extract(epoch from due - opened_at)::bigint, 'working', false,
                            'calendar', 'city', 'yellow', 70, 'red', 90)) end as terms
                    from given join made using (id)
                    union all
                    select id, closed_at, 'close', 'handle', 'close', cast(? as text), null
                    from given join made using (id) where closed_at is not null) as steps
                order by case_id, case action when 'report' then 1 else 2 end),
            ended as (
                insert into cs_cases.closure (id, case_id, closed_at, recorded_at, closed_by, override)
                select gen_random_uuid(), id, closed_at, cast(? as timestamptz), 'officer', false
                from given join made using (id) where closed_at is not null),
            timed as (
                insert into cs_cases.clock (
                    case_id, clock, state, entries, started_at, stopped_at, working, allowed_s, extended_s, extensions,
                    used_s, yellow_at, red_at, due_at, on_time)
                select id, 'whole', case when closed_at is null then 'running' else 'ended' end, 1, opened_at, closed_at,
                    false, extract(epoch from due - opened_at)::bigint, 0, 0,
                    coalesce(extract(epoch from closed_at - opened_at)::bigint, 0),
                    opened_at + (due - opened_at) * 0.7, opened_at + (due - opened_at) * 0.9, due, closed_at <= due
                from given join made using (id) where due > opened_at)
            select count(*) from made
            """;

    private final DSLContext db;
    private final JsonMapper json;

    HistoryStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A case of the past with its place and department found, and the stage in which it stands. */
    record Placed(
            String id,
            String number,
            String kind,
            String title,
            Optional<String> description,
            Optional<String> category,
            String area_path,
            Optional<Double> longitude,
            Optional<Double> latitude,
            Optional<String> department,
            Optional<String> department_path,
            String stage,
            Instant opened_at,
            Optional<Instant> due,
            Optional<Instant> closed_at,
            boolean late) {}

    /** Keeps those whose number is new, with their timeline and closure; how many they were. */
    int take(List<Placed> cases, String note, Instant now) {
        String at = now.toString();
        return db.fetchSingle(TAKE, json.writeValueAsString(cases), at, at, note, note, at)
                .get(0, Integer.class);
    }

    Optional<HistorySpec> find(String id) {
        return db.fetchOptional("select spec from cs_cases.history where id = ? and not retired", id)
                .map(this::spec);
    }

    List<HistorySpec> list() {
        return db.fetch("select spec from cs_cases.history where not retired order by id")
                .map(this::spec);
    }

    void put(String pack, String id, String spec) {
        db.execute("""
                insert into cs_cases.history (id, pack, spec) values (?, ?, cast(? as jsonb))
                on conflict (id) do update set pack = excluded.pack, spec = excluded.spec, retired = false
                """, id, pack, spec);
    }

    void retireOthers(String pack, List<String> kept) {
        db.execute(
                "update cs_cases.history set retired = true where pack = ? and id <> all (cast(? as text[]))",
                pack,
                kept.toArray(String[]::new));
    }

    void forgetRefused(String history) {
        db.execute("delete from cs_cases.history_refused where history = ?", history);
    }

    void keepRefused(String history, Optional<String> number, String zh, String en) {
        db.execute(
                "insert into cs_cases.history_refused (history, number, reason_zh, reason_en) values (?, ?, ?, ?)",
                history,
                number.orElse(null),
                zh,
                en);
    }

    /** The rows that the last run refused after a sequence number, in the order in which they were met. */
    List<RefusedPast> refused(String history, long after, int most) {
        return db.fetch("""
                        select seq, number, reason_zh, reason_en from cs_cases.history_refused
                        where history = ? and seq > ? order by seq limit ?
                        """, history, after, most).map(RefusedPast::of);
    }

    private HistorySpec spec(Record row) {
        return HistorySpec.read(json.readTree(row.get("spec", JSONB.class).data()));
    }
}
