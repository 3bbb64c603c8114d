package org.chengshu.bench.data;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.Figure.Yardstick;
import org.chengshu.bench.Goal;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Talk;
import org.chengshu.bench.Until;
import org.chengshu.bench.yard.Server;
import tools.jackson.databind.JsonNode;

/**
 * Searches over a million entries of ninety organisations, asked over HTTP by somebody who sees the drafts of one of them:
 * words, facets, orders and second pages, each first page with all facets counted. The yardstick is the database's own
 * {@code ILIKE} over the same texts for the first page and the total alone, without any facet.
 */
final class CataloguePart implements DataPart {
    static final String NAME = "catalogue";
    private static final int ENTRIES = 1_000_000;
    private static final int ORGANISATIONS = 90;
    private static final int ROUNDS = 8;
    private static final int WARM_UP = 2;
    private static final int SQL_ROUNDS = 3;
    private static final double MOST_MILLIS = 100;
    private static final double HIGH = 0.95;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final String OFFICE = "office-7";
    private static final Map<String, String> OFFICE_NAME = Map.of("zh", "第七局", "en", "Office 7");
    private static final String SEARCH = "/api/data/v1/catalogue/search?limit=20";
    private static final List<String> WORDS = List.of(
            "企业",
            "企业登记",
            "养老保险",
            "不动产 登记",
            "福田区 学校",
            "许可证",
            "信用 处罚",
            "注册资本",
            "身份证号",
            "排污",
            "病床",
            "102/000123",
            "第4711号",
            "社会保险参保",
            "公交线路",
            "低保 南山",
            "enterprise_name",
            "统一社会信用代码",
            "建筑 工程 验收",
            "疫苗");
    private static final List<String> NARROWINGS = List.of(
            "",
            "&organisation=office-7",
            "&class=102",
            "&sharing=unconditional&layer=raw",
            "&sort=reads",
            "&state=published&cycle=daily");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Figure> run(BenchOptions options, NodeProcess node, Server server) throws Exception {
        long begun = System.nanoTime();
        fill(server);
        Talk.say("%s: %d entries in %.0f s".formatted(NAME, ENTRIES, seconds(begun)));
        begun = System.nanoTime();
        Until.within(LONGEST, "the index", () -> isIndexed(node));
        double indexed = seconds(begun);
        Talk.say("%s: indexed in %.0f s".formatted(NAME, indexed));
        String token = token(node);
        List<Double> ours = searches(node, token, options.rounds(ROUNDS));
        List<Double> theirs = statements(server, Math.min(SQL_ROUNDS, options.rounds(SQL_ROUNDS)));
        Talk.say("%s: p50 %.1f ms, p95 %.1f ms, max %.1f ms; ILIKE p50 %.0f ms"
                .formatted(NAME, at(ours, 0.5), at(ours, HIGH), at(ours, 1), at(theirs, 0.5)));
        return List.of(
                new Figure(
                        "catalogue-search-p95",
                        at(ours, HIGH),
                        "ms",
                        Yardstick.fixed(MOST_MILLIS),
                        Goal.atMost(MOST_MILLIS)),
                new Figure(
                        "catalogue-search-median",
                        at(ours, 0.5),
                        "ms",
                        Yardstick.measured(at(theirs, 0.5)),
                        Goal.ratioAtMost(1)));
    }

    private static boolean isIndexed(NodeProcess node) {
        JsonNode answer = node.get(SEARCH);
        return answer.path("complete").asBoolean() && answer.path("total").asInt() >= ENTRIES;
    }

    /** Of one department: what is published everywhere, and its own drafts. */
    private static String token(NodeProcess node) {
        node.post("/api/core/v1/organisations", Map.of("code", OFFICE, "name", OFFICE_NAME, "kind", "department"));
        JsonNode issued = node.post(
                "/api/core/v1/tokens",
                Map.of(
                        "label",
                        "bench",
                        "scope",
                        Map.of("permissions", List.of("data:read", "data:catalogue"), "organisation", OFFICE)));
        return issued.path("token").asString();
    }

    private static List<Double> searches(NodeProcess node, String token, int rounds) {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < rounds + WARM_UP; round++) {
            for (int i = 0; i < WORDS.size(); i++) {
                String path = SEARCH + "&q=" + encoded(WORDS.get(i)) + NARROWINGS.get((i + round) % NARROWINGS.size());
                JsonNode first = timed(node, token, path, round >= WARM_UP, times);
                if (i % 4 == 0 && first.path("next").isString()) {
                    timed(node, token, path + "&cursor=" + first.path("next").asString(), round >= WARM_UP, times);
                }
            }
            // Somebody opens the catalogue without a word.
            timed(node, token, SEARCH + NARROWINGS.get(round % NARROWINGS.size()), round >= WARM_UP, times);
        }
        return times;
    }

    private static JsonNode timed(NodeProcess node, String token, String path, boolean counts, List<Double> times) {
        long begun = System.nanoTime();
        JsonNode answer = node.getWith(token, path);
        if (counts) {
            times.add(seconds(begun) * 1_000);
        }
        return answer;
    }

    private static List<Double> statements(Server server, int rounds) throws SQLException {
        List<Double> times = new ArrayList<>();
        try (Connection connection = server.open("chengshu");
                Statement statement = connection.createStatement()) {
            for (int round = 0; round < rounds; round++) {
                for (String words : WORDS.subList(0, 6)) {
                    long begun = System.nanoTime();
                    read(statement, where(words));
                    times.add(seconds(begun) * 1_000);
                }
            }
        }
        return times;
    }

    private static String where(String words) {
        List<String> all = new ArrayList<>();
        for (String word : words.split(" ")) {
            all.add("(content::text || code) ilike '%" + word + "%'");
        }
        return String.join(" and ", all);
    }

    private static void read(Statement statement, String where) throws SQLException {
        try (ResultSet page = statement.executeQuery("select id, count(*) over () from cs_data.entry where " + where
                + " order by changed_at desc limit 20")) {
            while (page.next()) {
                page.getString(1);
            }
        }
    }

    private static void fill(Server server) throws SQLException {
        try (Connection connection = server.open("chengshu");
                Statement statement = connection.createStatement()) {
            statement.execute(entries());
            statement.execute("analyze cs_data.entry");
        }
    }

    private static String entries() {
        return """
            with words as (select
                array['福田区', '罗湖区', '南山区', '盐田区', '宝安区', '龙岗区', '龙华区', '坪山区', '光明区', '全市'] as places,
                array['企业登记', '养老保险', '不动产登记', '学校', '排污许可证', '行政处罚信用', '医院病床', '社会保险参保', '公交线路',
                    '最低生活保障低保', '建筑工程验收', '疫苗接种', '食品经营许可证', '个体工商户', '婚姻登记', '户籍人口', '车辆', '河道水质',
                    '消防检查', '旅游景区'] as things,
                array['信息', '名录', '台账', '统计', '明细', '结果', '清单'] as kinds,
                array['企业名称', '统一社会信用代码', '注册资本', '法定代表人', '成立日期', '经营范围', '身份证号', '姓名', '联系电话', '地址',
                    '登记机关', '许可证编号', '有效期', '面积', '床位数', '线路编号', '检查日期', '结果', '金额', '备注'] as fields,
                array['database', 'table', 'interface', 'document', 'geodata'] as formats,
                array['unconditional', 'conditional', 'none'] as sharings,
                array['open', 'conditional', 'closed'] as opennesses,
                array['realtime', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'irregular'] as cycles,
                array['101', '102', '103', '104', '105', '201', '202', '203', '204', '205', '209', '210', '211', '212', '307'] as classes,
                array['raw', 'base', 'theme', 'outside', 'outside', 'outside'] as layers)
            insert into cs_data.entry (id, code, organisation, organisation_path, area_path, state, version, content, origin,
                created_at, changed_at, published_at, reads)
            select 'r' || i, classes[1 + i %% 15] || '/' || lpad(i::text, 7, '0'), 'office-' || i %% %d,
                '/office-' || i %% %d || '/', '/', case when i %% 20 = 0 then 'draft' else 'published' end,
                case when i %% 20 = 0 then 0 else 1 end,
                jsonb_build_object(
                    'title', places[1 + i %% 10] || things[1 + i / 10 %% 20] || kinds[1 + i / 200 %% 7] || '第' || i || '号',
                    'titleEn', 'Resource ' || i,
                    'summary', places[1 + i %% 10] || '各部门' || things[1 + (i * 7) %% 20] || '的' || fields[1 + (i * 3) %% 20] || '等数据',
                    'classCode', classes[1 + i %% 15], 'format', formats[1 + i %% 5],
                    'fields', (select jsonb_agg(jsonb_build_object('name', case when k = 1 and i %% 50 = 0 then 'enterprise_name'
                            else 'f' || k end, 'title', fields[1 + (i * 3 + k * k) %% 20], 'type', 'text', 'sensitivity', 1 + (i + k) %% 3))
                        from generate_series(1, 8) k),
                    'sharing', sharings[1 + i %% 3], 'sharingBasis', '依申请', 'openness', opennesses[1 + i %% 3],
                    'cycle', cycles[1 + i %% 7], 'subjects', jsonb_build_array(things[1 + (i * 11) %% 20]), 'related', '[]'::jsonb,
                    'layer', layers[1 + i %% 6], 'sensitivity', 3),
                'import', now(), now() - make_interval(mins => i %% 500000), now(), i::bigint * 7919 %% 1000
            from words, generate_series(1, %d) i""".formatted(ORGANISATIONS, ORGANISATIONS, ENTRIES);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static double at(List<Double> times, double part) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * (sorted.size() - 1))));
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
