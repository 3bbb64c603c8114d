package org.chengshu.bench.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
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
 * A library of the firms that two departments know, built anew each round: rows read, standardised, told apart, grouped, values
 * chosen, records with the origin of every value written and published, by the node's own clock; once by exact keys alone, once
 * with names compared too. Against one statement that a person wrote, which groups the same rows by the same key and chooses
 * the same values into a plain table, on the same server, by turns. Both must come to the same number of records.
 */
final class LibraryPart implements DataPart {
    static final String NAME = "library";
    private static final int FIRMS = 150_000;
    private static final int ROUNDS = 3;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final double LEAST_SHARE = 0.05;
    private static final double MILLIS = 1e3;
    private static final String REGISTRY = "raw.bench-registry";
    private static final String TAX = "raw.bench-tax";
    private static final String LIBRARIES = "/api/data/v1/libraries/";

    private static final String BY_HAND = """
            create table by_hand as
            select coalesce(code, source || id) as entity, count(*) as members,
                   (array_agg(name order by source, changed desc))[1] as name,
                   (array_agg(district order by source, changed desc))[1] as district,
                   (array_agg(address order by source, changed desc))[1] as address,
                   (array_agg(capital order by source, changed desc))[1] as capital
            from (select 1 as source, id, code, name, district, address, capital, changed from facts.raw_bench_registry
                  union all
                  select 2, id, code, name, district, address, capital, changed from facts.raw_bench_tax) r
            group by 1""";

    private final int firms;
    private final Rounds rounds = new Rounds();

    LibraryPart() {
        this(FIRMS);
    }

    LibraryPart(int firms) {
        this.firms = firms;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Figure> run(BenchOptions options, NodeProcess node, Server server) throws Exception {
        int rows = firms + RegisterRows.ofTaxOffice(firms);
        fill(node);
        for (int round = 1; round <= options.rounds(ROUNDS); round++) {
            long byKeys = build(node, "keys", round, false);
            long byHand = byHand(server);
            requireSame(byKeys, byHand);
            long byNames = build(node, "names", round, true);
            Talk.say("%s: %d rows, %d records in %.2f s, by hand %.2f s; with names %d records in %.2f s"
                    .formatted(
                            NAME,
                            rows,
                            byKeys,
                            rounds.last("keys"),
                            rounds.last("hand"),
                            byNames,
                            rounds.last("names")));
        }
        return List.of(figure("library-by-keys", "keys", rows), figure("library-by-names", "names", rows));
    }

    private Figure figure(String name, String what, int rows) {
        return new Figure(
                name,
                rows / rounds.median(what),
                "rows/s",
                Yardstick.measured(rows / rounds.median("hand")),
                Goal.ratioAtLeast(LEAST_SHARE));
    }

    private void fill(NodeProcess node) {
        List<Map<String, Object>> fields = RegisterRows.COLUMNS.stream()
                .map(column -> HandIn.field(column, type(column)))
                .toList();
        HandIn.define(node, REGISTRY, fields);
        HandIn.define(node, TAX, fields);
        HandIn.load(node, REGISTRY, HandIn.upload(node, () -> RegisterRows.registry(firms)), firms);
        HandIn.load(
                node, TAX, HandIn.upload(node, () -> RegisterRows.taxOffice(firms)), RegisterRows.ofTaxOffice(firms));
    }

    private static String type(String column) {
        return switch (column) {
            case "capital" -> "integer";
            case "changed" -> "instant";
            default -> "text";
        };
    }

    /** The records of a library of its own. */
    private long build(NodeProcess node, String what, int round, boolean byNames) {
        String library = LIBRARIES + "bench-" + what + "-" + round;
        node.put(library, library(byNames));
        node.put(library + "/sources/registry", source(REGISTRY, 1));
        node.put(library + "/sources/tax", source(TAX, 2));
        node.post(library + "/builds", Map.of());
        Until.within(LONGEST, "the build", () -> hasEnded(lastBuild(node, library)));
        JsonNode build = lastBuild(node, library);
        Instant begun = Instant.parse(build.path("startedAt").asString());
        Instant ended = Instant.parse(build.path("endedAt").asString());
        rounds.add(what, Duration.between(begun, ended).toMillis() / MILLIS);
        return build.at("/counts/records").asLong();
    }

    private static JsonNode lastBuild(NodeProcess node, String library) {
        return node.get(library + "/builds?limit=1").at("/items/0");
    }

    private static boolean hasEnded(JsonNode build) {
        return switch (build.path("state").asString("")) {
            case "done" -> true;
            case "failed", "cancelled" -> throw new IllegalStateException("the build ended as " + build);
            default -> false;
        };
    }

    private static Map<String, Object> library(boolean byNames) {
        Map<String, Object> library = new LinkedHashMap<>();
        library.put("title", HandIn.words("企业库"));
        library.put("label", "name");
        library.put("survive", List.of("priority", "newest"));
        library.put(
                "fields",
                List.of("code", "name", "district", "address", "capital").stream()
                        .map(name -> Map.of("name", name, "title", HandIn.words(name), "type", typeOfField(name)))
                        .toList());
        library.put(
                "keys",
                List.of(Map.of(
                        "id", "code", "title", HandIn.words("代码"), "fields", List.of("code"), "identity", true)));
        if (byNames) {
            library.put("fuzzy", List.of(sameName()));
        }
        return library;
    }

    private static String typeOfField(String name) {
        return name.equals("capital") ? "number" : "text";
    }

    private static Map<String, Object> sameName() {
        return Map.of(
                "id",
                "same-name",
                "blocks",
                List.of(Map.of("field", "name", "by", "firm")),
                "compare",
                List.of(
                        Map.of("field", "name", "by", "firm", "weight", 0.8, "required", true),
                        Map.of("field", "district", "by", "same", "weight", 0.2)),
                "sure",
                0.985,
                "review",
                0.8);
    }

    private static Map<String, Object> source(String dataset, int priority) {
        return Map.of(
                "dataset",
                dataset,
                "title",
                HandIn.words(dataset),
                "priority",
                priority,
                "freshness",
                "changed",
                "key",
                List.of("id"),
                "fields",
                Map.of(
                        "code",
                        "code",
                        "name",
                        "name",
                        "district",
                        "district",
                        "address",
                        "address",
                        "capital",
                        "capital"));
    }

    private void requireSame(long byKeys, long byHand) {
        long expected = (long) firms + RegisterRows.withoutCode(firms);
        if (byKeys != byHand || byKeys != expected) {
            throw new IllegalStateException("the library holds " + byKeys + " records, the table by hand " + byHand
                    + ", and there are " + expected);
        }
    }

    private long byHand(Server server) throws SQLException {
        try (Connection connection = server.open("chengshu");
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists by_hand");
            long begun = System.nanoTime();
            statement.execute(BY_HAND);
            rounds.add("hand", (System.nanoTime() - begun) / 1e9);
            try (ResultSet count = statement.executeQuery("select count(*) from by_hand")) {
                count.next();
                long records = count.getLong(1);
                statement.execute("drop table by_hand");
                return records;
            }
        }
    }
}
