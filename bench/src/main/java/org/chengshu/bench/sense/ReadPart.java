package org.chengshu.bench.sense;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.Figure.Yardstick;
import org.chengshu.bench.Goal;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Talk;
import org.chengshu.bench.Workplace;
import org.chengshu.bench.load.Latencies;
import org.chengshu.bench.load.Payloads;
import org.chengshu.bench.node.City;
import org.chengshu.bench.node.Imports;
import org.chengshu.bench.node.Quiet;
import org.chengshu.bench.node.Readings;
import org.chengshu.bench.yard.CopyYard;
import org.chengshu.bench.yard.Server;
import tools.jackson.databind.JsonNode;

/** Many readings, loaded through the import: how long a day of one series takes to read, and what a reading takes on disk. */
final class ReadPart {
    static final String NAME = "reads";
    private static final int MOST_DEVICES = 1_000;
    private static final int FEWEST_DEVICES = 10;
    private static final int VALUES = Payloads.NAMES.size();
    private static final int FILES = 10;
    private static final int READS = 2_000;
    private static final int WARM_UP_READS = 300;
    private static final long STEP_MS = 60_000;
    private static final int MINUTES_A_DAY = 1_440;
    private static final double LIMIT_MS = 20;
    private static final double SMALLER = 8;
    private static final int PLAIN_ROWS = 1_000_000;

    private final BenchOptions options;
    private final int devices;
    private final long times;
    private final long startMs;
    private final Payloads payloads;

    ReadPart(BenchOptions options) {
        this.options = options;
        this.devices = Math.clamp(options.readings() / (MINUTES_A_DAY * (long) VALUES), FEWEST_DEVICES, MOST_DEVICES);
        this.times = Math.max(MINUTES_A_DAY, options.readings() / ((long) devices * VALUES));
        Instant end = Instant.now().minus(Duration.ofMinutes(2));
        this.startMs = end.toEpochMilli() / STEP_MS * STEP_MS - times * STEP_MS;
        this.payloads = new Payloads(VALUES, startMs, STEP_MS);
    }

    List<Figure> run(Workplace place) throws Exception {
        List<String> arguments = Stream.concat(
                        options.nodeArguments().stream(), Stream.of("--set", "http.token-requests=0"))
                .toList();
        try (NodeProcess node =
                NodeProcess.start(place.folder(NAME).resolve("city"), NodeProcess.AS_SHIPPED, arguments)) {
            City.on(node, devices, IntakePart.RULES);
            Server server = Server.of(node.data());
            CopyYard.prepare(server);
            double before = sizeOfEverything(server);
            load(node);
            Quiet.await(node);
            double each = (sizeOfEverything(server) - before) / (times * devices * VALUES);
            double plain = new CopyYard(server, devices, VALUES).bytesPerRow(PLAIN_ROWS);
            Latencies latencies = read(node);
            place.clear(NAME);
            return figures(latencies, each, plain);
        }
    }

    private static List<Figure> figures(Latencies latencies, double each, double plain) {
        return List.of(
                new Figure("series-day-p99", latencies.percentile(0.99), "ms", Yardstick.none(), Goal.atMost(LIMIT_MS)),
                new Figure(
                        "bytes-per-reading", each, "bytes", Yardstick.measured(plain), Goal.ratioAtMost(1 / SMALLER)));
    }

    private void load(NodeProcess node) {
        long begun = System.nanoTime();
        for (int file = 0; file < FILES; file++) {
            long from = times * file / FILES;
            long until = times * (file + 1) / FILES;
            Imports.take(
                    node,
                    "part-" + file,
                    () -> new Readings(devices, startMs, STEP_MS, from, until),
                    (until - from) * devices);
            double seconds = (System.nanoTime() - begun) / 1e9;
            Talk.say("%s: %d readings loaded, %.0f/s"
                    .formatted(NAME, until * devices * VALUES, until * devices * VALUES / seconds));
        }
    }

    // With all that belongs to it: indexes, rollups, and what deleted rows have left behind.
    private static double sizeOfEverything(Server server) throws SQLException {
        try (Connection connection = server.open("postgres");
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery(
                        "select sum(pg_database_size(datname))::float8 from pg_database where datname <> 'yardstick'")) {
            size.next();
            return size.getDouble(1);
        }
    }

    private Latencies read(NodeProcess node) {
        Random random = new Random(7);
        for (int i = 0; i < WARM_UP_READS; i++) {
            readOne(node, random);
        }
        Latencies latencies = new Latencies();
        for (int i = 0; i < READS; i++) {
            latencies.add(readOne(node, random));
        }
        Talk.say("%s: a day of a series among %d readings: p50 %.1f ms, p99 %.1f ms, at most %.1f ms"
                .formatted(
                        NAME,
                        times * devices * VALUES,
                        latencies.percentile(0.5),
                        latencies.percentile(0.99),
                        latencies.percentile(1)));
        return latencies;
    }

    private long readOne(NodeProcess node, Random random) {
        int device = random.nextInt(devices);
        int property = random.nextInt(VALUES);
        Instant end = Instant.ofEpochMilli(startMs + times * STEP_MS);
        String path = "/api/sense/v1/devices/" + City.code(device) + "/series/" + Payloads.NAMES.get(property)
                + "/readings?limit=10000&from=" + end.minus(Duration.ofDays(1)) + "&to=" + end;
        long begun = System.nanoTime();
        JsonNode items = node.get(path).path("items");
        long took = System.nanoTime() - begun;
        check(device, property, items);
        return took;
    }

    private void check(int device, int property, JsonNode items) {
        long last = times - 1;
        String expected = payloads.value(device, last, property);
        JsonNode newest = items.get(items.size() - 1);
        if (items.size() != MINUTES_A_DAY || newest.path("value").asDouble() != Double.parseDouble(expected)) {
            throw new IllegalStateException(City.code(device) + " has " + items.size()
                    + " readings of the day, the newest " + newest + " instead of " + expected);
        }
    }
}
