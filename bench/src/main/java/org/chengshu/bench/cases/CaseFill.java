package org.chengshu.bench.cases;

import java.util.List;
import java.util.stream.Collectors;

/** Cases made by the database itself, in the proportions of a hotline. */
final class CaseFill {
    private CaseFill() {}

    static List<String> statements(int cases, int open) {
        String matters =
                CaseWords.MATTERS.stream().map(word -> "'" + word + "'").collect(Collectors.joining(","));
        return List.of(
                files(cases, open, matters),
                reports(),
                steps(),
                closures(),
                "analyze cs_cases.case_file",
                "analyze cs_cases.report",
                "analyze cs_cases.step",
                "analyze cs_cases.closure");
    }

    private static String files(int cases, int open, String matters) {
        return """
            with told as (select i, (array[%3$s])[1 + (i * 7 + i / 13) %% 20] as matter,
                    now() - make_interval(secs => (%1$d - i) * (94608000.0 / greatest(%1$d, 1000000))) - interval '1 minute' as at,
                    i > %1$d - %2$d as is_open, i %% 10 as d, i / 10 %% 10 as s, i * 3 %% 20 as o
                from generate_series(1, %1$d) i)
            insert into cs_cases.case_file (id, number, kind, title_zh, title_en, description, stage, severity, source, verified_by,
                area_path, longitude, latitude, department, department_path, reporter, reported_at, opened_at, recorded_at, stage_since,
                soon, due, clock_yellow, clock_red, clock_due, clocked_at, handled_at, closed_at, closed_by, late_stages)
            select gen_random_uuid(), 'FILL-' || lpad(i::text, 8, '0'), 'bench-matter',
                d || '区' || s || '街' || matter || '第' || i || '件', 'Matter ' || i || ' in district ' || d,
                '市民来电反映第' || s || '街附近' || matter || '，已多日，请尽快处理', case when is_open then
                    (array['accept', 'dispatch', 'handle', 'handle', 'handle', 'handle', 'handle', 'verify'])[1 + i %% 8] else 'close' end,
                1 + (i %% 7) / 2, 'person', 'officer', '/bench/bench-d' || d || '/bench-d' || d || 's' || s || '/',
                114.0 + (i::bigint * 7919 %% 40000) / 100000.0, 22.5 + (i::bigint * 104729 %% 20000) / 100000.0,
                case when is_open and i %% 8 < 2 then null else 'bench-office-' || o end,
                case when is_open and i %% 8 < 2 then null else '/bench-office-' || o || '/' end, '热线', at, at, at, at + interval '1 hour',
                case when is_open then at + interval '2 days' end, case when is_open then at + interval '3 days' end,
                case when is_open then at + interval '2 days' end, case when is_open then at + interval '2.5 days' end,
                case when is_open then at + interval '3 days' end, now(),
                case when is_open then null else at + make_interval(hours => 2 + i %% 60) end,
                case when is_open then null else least(now(), at + make_interval(hours => 4 + i %% 90)) end,
                case when is_open then null else 'officer' end, case when i %% 11 = 0 then 1 else 0 end
            from told""".formatted(cases, open, matters);
    }

    private static String reports() {
        return """
            insert into cs_cases.report (id, number, code_hash, case_id, opened_case, channel, kind, words, description, area_path, outside,
                longitude, latitude, reported_at, anonymous)
            select gen_random_uuid(), 'R' || number, '', id, true, (array['hotline', 'hotline', 'grid', 'resident'])[1 + severity % 4], kind,
                title_zh, description, area_path, false, longitude, latitude, reported_at, true
            from cs_cases.case_file where number like 'FILL-%'""";
    }

    private static String steps() {
        return """
            insert into cs_cases.step (case_id, at, recorded_at, actor, person, action, from_stage, to_stage)
            select id, opened_at + make_interval(mins => 10 * n), opened_at + make_interval(mins => 10 * n), 'person', '热线',
                (array['report', 'accept', 'file', 'dispatch', 'take', 'handled', 'close'])[n],
                (array['report', 'accept', 'file', 'dispatch', 'handle', 'handle', 'verify'])[n],
                (array['accept', 'file', 'dispatch', 'handle', 'handle', 'verify', 'close'])[n]
            from cs_cases.case_file, generate_series(1, 7) n
            where number like 'FILL-%' and n <= case stage when 'accept' then 1 when 'dispatch' then 3 when 'handle' then 5
                when 'verify' then 6 else 7 end""";
    }

    private static String closures() {
        return """
            insert into cs_cases.closure (id, case_id, closed_at, recorded_at, closed_by, person, override)
            select gen_random_uuid(), id, closed_at, closed_at, 'officer', '核查', false
            from cs_cases.case_file where number like 'FILL-%' and closed_at is not null""";
    }
}
