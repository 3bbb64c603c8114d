package org.chengshu.bench.data;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.Figure.Yardstick;
import org.chengshu.bench.Goal;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Rounds;
import org.chengshu.bench.Talk;
import org.chengshu.bench.yard.Server;
import org.postgresql.PGConnection;

/**
 * A million rows of ten columns: handed in over HTTP as a file, read, converted, written, reconciled field by field, checked
 * and promoted; against a bare COPY of the same bytes into a plain table of the same types on the same server, by turns.
 */
final class LoadPart implements DataPart {
    static final String NAME = "load";
    private static final int ROWS = 1_000_000;
    private static final int ROUNDS = 3;
    private static final String DATASET = "raw.bench-firms";
    private static final String DATABASE = "yardstick";
    private static final double MOST_SECONDS = 30;
    private static final double LEAST_SHARE = 0.1;

    private final Rounds rounds = new Rounds();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Figure> run(BenchOptions options, NodeProcess node, Server server) throws Exception {
        server.makeDatabase(DATABASE);
        define(node);
        load(node, ROWS / 20);
        for (int round = 1; round <= options.rounds(ROUNDS); round++) {
            load(node, ROWS);
            rounds.add("copy", ROWS / copy(server));
            Talk.say("%s: handed in %.1f s, loaded %.1f s; COPY %.0f rows/s"
                    .formatted(NAME, rounds.last("upload"), rounds.last("load"), rounds.last("copy")));
        }
        return figures();
    }

    static void define(NodeProcess node) {
        HandIn.define(
                node,
                DATASET,
                List.of(
                        HandIn.field("code", "text"),
                        HandIn.field("name", "text"),
                        HandIn.field("district", "text"),
                        HandIn.field("capital", "number"),
                        HandIn.field("employees", "integer"),
                        HandIn.field("founded", "date"),
                        HandIn.field("changed", "instant"),
                        HandIn.field("active", "boolean"),
                        HandIn.field("longitude", "number"),
                        HandIn.field("latitude", "number")));
    }

    /** Fills the dataset for another part. */
    static void fill(NodeProcess node, int rows) {
        new LoadPart().load(node, rows);
    }

    private void load(NodeProcess node, int rows) {
        long begun = System.nanoTime();
        String upload = HandIn.upload(node, () -> new FirmRows(rows));
        rounds.add("upload", seconds(begun));
        HandIn.load(node, DATASET, upload, rows);
        rounds.add("load", seconds(begun) - rounds.last("upload"));
        rounds.add("whole", seconds(begun));
    }

    private static double copy(Server server) throws SQLException, IOException {
        try (Connection connection = server.open(DATABASE);
                Statement statement = connection.createStatement();
                FirmRows rows = new FirmRows(ROWS)) {
            statement.execute("drop table if exists plain");
            statement.execute("""
                    create table plain (code text, name text, district text, capital numeric, employees bigint,
                        founded date, changed timestamptz, active boolean, longitude numeric, latitude numeric)""");
            long begun = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy plain from stdin (format csv, header)", rows, 64 * 1024);
            double seconds = seconds(begun);
            statement.execute("drop table plain");
            return seconds;
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private List<Figure> figures() {
        double whole = rounds.median("whole");
        return List.of(
                new Figure("load-million-rows", whole, "s", Yardstick.none(), Goal.atMost(MOST_SECONDS)),
                new Figure(
                        "load-against-copy",
                        ROWS / whole,
                        "rows/s",
                        Yardstick.measured(rounds.median("copy")),
                        Goal.ratioAtLeast(LEAST_SHARE)));
    }
}
