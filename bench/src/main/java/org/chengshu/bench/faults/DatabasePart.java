package org.chengshu.bench.faults;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.Figure.Yardstick;
import org.chengshu.bench.Goal;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Talk;
import org.chengshu.bench.Until;
import org.chengshu.bench.Workplace;
import org.chengshu.bench.load.LoadProcess;
import org.chengshu.bench.load.Outcome;
import org.chengshu.bench.load.Plan;
import org.chengshu.bench.node.City;

/** The database stopped for a minute while devices send: nothing is acknowledged meanwhile, all goes on by itself. */
final class DatabasePart {
    static final String NAME = "database";
    private static final int SECONDS = 60;
    private static final int DEVICES = 50;
    private static final int WINDOW = 20;
    private static final int RATE = 2_000;
    private static final double BACK_WITHIN_SECONDS = 30;
    private static final Set<Integer> BUSY = Set.of(429, 503);
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration NEVER = Duration.ofHours(1);

    private final BenchOptions options;
    private final long startMs =
            System.currentTimeMillis() - Duration.ofDays(10).toMillis();

    DatabasePart(BenchOptions options) {
        this.options = options;
    }

    List<Figure> run(Workplace place) throws Exception {
        Path folder = place.folder(NAME);
        List<Figure> figures = new ArrayList<>();
        try (OwnPostgres database = OwnPostgres.make(folder)) {
            List<String> arguments = new ArrayList<>(options.nodeArguments());
            arguments.addAll(List.of("--db-url", database.url("city")));
            try (NodeProcess node = NodeProcess.start(folder.resolve("city"), NodeProcess.AS_SHIPPED, arguments)) {
                figures.addAll(stopUnderLoad(node, database));
            }
        }
        place.clear(NAME);
        return figures;
    }

    private List<Figure> stopUnderLoad(NodeProcess node, OwnPostgres database) throws Exception {
        List<String> tokens = City.on(node, DEVICES + 1, 5).tokens(DEVICES + 1);
        Plan plan = Plan.of(node.mqttPort(), tokens.subList(0, DEVICES), WINDOW, 6)
                .timed(startMs, 1_000, 0)
                .at(RATE)
                .endures()
                .lasting(Duration.ofSeconds(5), NEVER);
        try (LoadProcess load = LoadProcess.start(plan)) {
            load.awaitSteady();
            HttpProbe probe = new HttpProbe(node, tokens.getLast(), Instant.ofEpochMilli(startMs));
            database.stop();
            TimeUnit.SECONDS.sleep(options.seconds(SECONDS) / 2);
            HttpResponse<String> during = probe.send();
            TimeUnit.SECONDS.sleep(options.seconds(SECONDS) - options.seconds(SECONDS) / 2);
            database.start();
            long begun = System.nanoTime();
            Until.within(
                    LONGEST, "the HTTP door to take data", () -> probe.send().statusCode() == 200);
            double back = (System.nanoTime() - begun) / 1e9;
            TimeUnit.SECONDS.sleep(5);
            load.stop();
            Outcome outcome = load.outcome();
            Talk.say(
                    "%s: while it was away the HTTP door answered %d; back %.1f s after the database; %d connections were closed"
                            .formatted(NAME, during.statusCode(), back, outcome.lost()));
            List<Figure> figures = new ArrayList<>(Proof.of(node, plan, outcome).figures(NAME, probe.taken()));
            figures.add(Proof.none(NAME + "-unclear-answers", BUSY.contains(during.statusCode()) ? 0 : 1, "answers"));
            figures.add(
                    new Figure(NAME + "-goes-on-after", back, "s", Yardstick.none(), Goal.atMost(BACK_WITHIN_SECONDS)));
            return figures;
        }
    }
}
