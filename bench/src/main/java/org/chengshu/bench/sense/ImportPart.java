package org.chengshu.bench.sense;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.Figure.Yardstick;
import org.chengshu.bench.Goal;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Rounds;
import org.chengshu.bench.Talk;
import org.chengshu.bench.Workplace;
import org.chengshu.bench.load.Payloads;
import org.chengshu.bench.node.City;
import org.chengshu.bench.node.Cores;
import org.chengshu.bench.node.Imports;
import org.chengshu.bench.node.Profile;
import org.chengshu.bench.node.Quiet;
import org.chengshu.bench.node.Readings;
import org.chengshu.bench.yard.CopyYard;
import org.chengshu.bench.yard.Server;

/** Bulk import: a CSV file handed in over HTTP, from the first byte sent until all of it is committed. */
final class ImportPart {
    static final String NAME = "import";
    private static final int DEVICES = 300;
    private static final int RULES = 5;
    private static final int ROUNDS = 3;
    private static final int SECONDS = 8;
    private static final int ROWS_PER_SECOND = 60_000;
    private static final long STEP_MS = 60_000;
    private static final double FROST = 7_400;

    private final BenchOptions options;
    private final Rounds rounds = new Rounds();
    private final long startMs =
            System.currentTimeMillis() - Duration.ofDays(300).toMillis();

    ImportPart(BenchOptions options) {
        this.options = options;
    }

    List<Figure> run(Workplace place) throws Exception {
        try (NodeProcess node = NodeProcess.start(
                place.folder(NAME).resolve("city"), NodeProcess.AS_SHIPPED, options.nodeArguments())) {
            City.on(node, DEVICES, RULES);
            Server server = Server.of(node.data());
            CopyYard.prepare(server);
            int seconds = options.seconds(SECONDS);
            long times = (long) seconds * ROWS_PER_SECOND / DEVICES;
            take(node, 0, times / 4);
            Quiet.await(node);
            for (int round = 1; round <= options.rounds(ROUNDS); round++) {
                Optional<Profile> profile =
                        options.profile() ? Optional.of(Profile.begin(node.handle())) : Optional.empty();
                Cores cores = Cores.watch(node, Map.of());
                rounds.add("ours", take(node, round * times, (round + 1) * times));
                String busy = cores.told();
                if (profile.isPresent()) {
                    profile.get().end().tell();
                }
                Quiet.await(node);
                rounds.add(
                        "copy",
                        new CopyYard(server, DEVICES, Payloads.NAMES.size())
                                .rowsPerSecond(Duration.ofSeconds(seconds)));
                Talk.say("%s: %.0f readings/s; COPY %.0f rows/s; busy cores: %s"
                        .formatted(NAME, rounds.last("ours"), rounds.last("copy"), busy));
            }
        }
        place.clear(NAME);
        return figures();
    }

    private double take(NodeProcess node, long from, long until) {
        long rows = (until - from) * DEVICES;
        double seconds =
                Imports.take(node, "from-" + from, () -> new Readings(DEVICES, startMs, STEP_MS, from, until), rows);
        return rows * Payloads.NAMES.size() / seconds;
    }

    private List<Figure> figures() {
        double ours = rounds.median("ours");
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "import-against-copy",
                ours,
                "readings/s",
                Yardstick.measured(rounds.median("copy")),
                Goal.ratioAtLeast(0.5)));
        figures.add(
                new Figure("import-against-frost", ours, "readings/s", Yardstick.fixed(FROST), Goal.ratioAtLeast(10)));
        return figures;
    }
}
