package org.chengshu.bench.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.Figure.Yardstick;
import org.chengshu.bench.Goal;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Rounds;
import org.chengshu.bench.Talk;
import org.chengshu.bench.Until;
import org.chengshu.bench.yard.Server;
import tools.jackson.databind.JsonNode;

/**
 * Twelve quality rules over a million rows: the counting of the node, by its own clock, against the same
 * checks as one statement that a person wrote, over the same view on the same server, by turns. Both must count the same.
 */
final class QualityPart implements DataPart {
    static final String NAME = "quality";
    private static final int ROWS = 1_000_000;
    private static final int ROUNDS = 5;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final double LEAST_SHARE = 0.8;
    private static final double MILLIS = 1e3;
    private static final String DATASET = "raw.bench-firms";
    private static final String QUALITY = "/api/data/v1/quality";

    private static final String BY_HAND = """
            select count(*),
                   count(*) filter (where name is null or lower(btrim(name)) in ('', '-', 'n/a', 'null', '无')),
                   count(*) filter (where district is null or lower(btrim(district)) in ('', '-', 'n/a', 'null', '无')),
                   count(*) filter (where capital <= 0),
                   count(*) filter (where employees < 0 or employees > 900),
                   count(*) filter (where longitude < 114.2 or longitude > 115),
                   count(*) filter (where latitude < 22 or latitude > 23),
                   count(*) filter (where code <> '' and code !~ '^(?:9144[0-9]{11})$'),
                   count(*) filter (where district <> '' and district not in ('福田区', '罗湖区', '南山区', '盐田区')),
                   count(*) filter (where name ~ '(^[[:space:]])|([[:space:]]$)|([ ]{2})|[０-９]'),
                   count(*) filter (where founded > date '2020-01-01' and active = false),
                   (select coalesce(sum(n), 0) from (
                       select count(*) as n from facts.raw_bench_firms where code <> ''
                       group by code having count(*) > 1) s),
                   (select coalesce(sum(n), 0) from (
                       select count(*) as n, row_number() over (partition by district order by count(*) desc, active) as place
                       from facts.raw_bench_firms where district <> '' and active is not null
                       group by district, active) s where place > 1)
            from facts.raw_bench_firms""";

    private final Rounds rounds = new Rounds();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Figure> run(BenchOptions options, NodeProcess node, Server server) throws Exception {
        LoadPart.define(node);
        LoadPart.fill(node, ROWS);
        rules().forEach((id, check) -> node.post(QUALITY + "/rules", rule(id, check)));
        ours(node);
        byHand(server);
        for (int round = 1; round <= options.rounds(ROUNDS); round++) {
            long failing = ours(node);
            long counted = byHand(server);
            requireSame(failing, counted);
            Talk.say("%s: ours %.2f s, by hand %.2f s".formatted(NAME, rounds.last("ours"), rounds.last("hand")));
        }
        return List.of(new Figure(
                "quality-rules",
                ROWS / rounds.median("ours"),
                "rows/s",
                Yardstick.measured(ROWS / rounds.median("hand")),
                Goal.ratioAtLeast(LEAST_SHARE)));
    }

    private static void requireSame(long failing, long counted) {
        if (failing != counted || failing == 0) {
            throw new IllegalStateException(
                    "the rules count " + failing + " failures, the statement by hand " + counted);
        }
    }

    private static Map<String, Map<String, Object>> rules() {
        List<String> nothing = List.of("", "-", "n/a", "null", "无");
        Map<String, Map<String, Object>> rules = new LinkedHashMap<>();
        rules.put("b-name", Map.of("type", "not-null", "field", "name", "nullWords", nothing));
        rules.put("b-district", Map.of("type", "not-null", "field", "district", "nullWords", nothing));
        rules.put("b-capital", Map.of("type", "range", "field", "capital", "min", 0, "aboveMin", true));
        rules.put("b-employees", Map.of("type", "range", "field", "employees", "min", 0, "max", 900));
        rules.put("b-longitude", Map.of("type", "range", "field", "longitude", "min", 114.2, "max", 115));
        rules.put("b-latitude", Map.of("type", "range", "field", "latitude", "min", 22, "max", 23));
        rules.put("b-code", Map.of("type", "pattern", "field", "code", "regex", "9144[0-9]{11}"));
        rules.put(
                "b-codes", Map.of("type", "codes", "field", "district", "values", List.of("福田区", "罗湖区", "南山区", "盐田区")));
        rules.put("b-tidy", Map.of("type", "tidy", "field", "name"));
        rules.put(
                "b-never",
                Map.of(
                        "type",
                        "never",
                        "conditions",
                        List.of(
                                Map.of("field", "founded", "op", "gt", "value", "2020-01-01"),
                                Map.of("field", "active", "op", "eq", "value", false))));
        rules.put("b-unique", Map.of("type", "unique", "fields", List.of("code")));
        rules.put("b-consistent", Map.of("type", "consistent", "key", List.of("district"), "field", "active"));
        return rules;
    }

    private static Map<String, Object> rule(String id, Map<String, Object> check) {
        return Map.of(
                "id", id, "dataset", DATASET, "title", Map.of("zh", id, "en", id), "check", check, "tolerance", 1);
    }

    private long ours(NodeProcess node) {
        String before = lastRun(node);
        node.post(QUALITY + "/datasets/" + DATASET + "/run", Map.of());
        Until.within(LONGEST, "the run", () -> !lastRun(node).equals(before));
        JsonNode run = node.get(QUALITY + "/runs/" + lastRun(node));
        if (run.at("/run/rows").asLong() != ROWS || run.path("results").size() != rules().size()) {
            throw new IllegalStateException("the run is not whole: " + run);
        }
        rounds.add("ours", run.at("/run/statementMillis").asLong() / MILLIS);
        long failing = 0;
        for (JsonNode result : run.path("results")) {
            if (result.path("unfit").isString()) {
                throw new IllegalStateException("a rule does not fit: " + result);
            }
            failing += result.path("failing").asLong();
        }
        return failing;
    }

    private static String lastRun(NodeProcess node) {
        return node.get(QUALITY + "/runs?dataset=" + DATASET + "&limit=1")
                .at("/items/0/id")
                .asString("");
    }

    private long byHand(Server server) throws SQLException {
        try (Connection connection = server.open("chengshu");
                Statement statement = connection.createStatement()) {
            long begun = System.nanoTime();
            try (ResultSet counts = statement.executeQuery(BY_HAND)) {
                counts.next();
                rounds.add("hand", (System.nanoTime() - begun) / 1e9);
                long failing = 0;
                for (int i = 2; i <= counts.getMetaData().getColumnCount(); i++) {
                    failing += counts.getLong(i);
                }
                return failing;
            }
        }
    }
}
