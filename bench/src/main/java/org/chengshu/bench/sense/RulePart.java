package org.chengshu.bench.sense;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.Figure.Yardstick;
import org.chengshu.bench.Goal;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Rounds;
import org.chengshu.bench.Talk;
import org.chengshu.bench.Workplace;
import org.chengshu.bench.load.LoadProcess;
import org.chengshu.bench.load.Outcome;
import org.chengshu.bench.load.Plan;
import org.chengshu.bench.node.City;
import org.chengshu.bench.node.Cores;
import org.chengshu.bench.node.Profile;
import org.chengshu.bench.node.Quiet;

/**
 * What rules cost, by their number: fifty thousand devices behind ten gateways send as fast as they may, judged by ten and
 * by twenty rules each in turn. The time that the same messages take, and what of the node's own work is due to the rules.
 */
final class RulePart {
    static final String NAME = "rules";
    private static final int DEVICES = 50_000;
    private static final int GATEWAYS = 10;
    private static final int WINDOW = 20;
    private static final int ROUNDS = 3;
    private static final int SECONDS = 8;
    private static final int FEW = 10;
    private static final int MANY = 20;
    private static final double LIMIT = 2.2;
    private static final String JUDGING = "org.chengshu.sense.rules";
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(12);
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final long STEP_MS = 10_000;

    private final BenchOptions options;
    private final Rounds rounds = new Rounds();
    private final long startMs =
            System.currentTimeMillis() - Duration.ofDays(20).toMillis();
    private long next;

    RulePart(BenchOptions options) {
        this.options = options;
    }

    List<Figure> run(Workplace place) throws Exception {
        try (NodeProcess node = NodeProcess.start(
                place.folder(NAME).resolve("city"), NodeProcess.AS_SHIPPED, options.nodeArguments())) {
            City city = City.on(node, DEVICES, FEW);
            boolean first = true;
            for (int round = 0; round < options.rounds(ROUNDS); round++) {
                for (int rules : List.of(FEW, MANY)) {
                    city.applyPack(rules);
                    take(node, rules, first ? FIRST_WARM_UP : WARM_UP);
                    Quiet.await(node);
                    first = false;
                }
            }
        }
        place.clear(NAME);
        return figures();
    }

    private List<Figure> figures() {
        return List.of(
                new Figure(
                        "20-rules-against-10",
                        rounds.median("time " + MANY),
                        "us/observation",
                        Yardstick.measured(rounds.median("time " + FEW)),
                        Goal.ratioAtMost(LIMIT)),
                new Figure(
                        "20-rules-against-10-alone",
                        rounds.median("rules " + MANY),
                        "us of processor/observation",
                        Yardstick.measured(rounds.median("rules " + FEW)),
                        Goal.ratioAtMost(LIMIT)));
    }

    private void take(NodeProcess node, int rules, Duration warmUp) throws IOException, InterruptedException {
        Plan plan = Plan.of(node.mqttPort(), Collections.nCopies(GATEWAYS, node.ownToken()), WINDOW, 6)
                .byGateways(DEVICES / GATEWAYS)
                .timed(startMs, STEP_MS, next)
                .lasting(warmUp, Duration.ofSeconds(options.seconds(SECONDS)));
        try (LoadProcess load = LoadProcess.start(plan)) {
            load.awaitSteady();
            Profile profile = Profile.begin(node.handle());
            Cores cores = Cores.watch(node, Map.of("generator", load.handle()));
            load.awaitOver();
            Map<String, Double> busy = cores.busy();
            double share = profile.end().share(JUDGING);
            profile.forget();
            Outcome outcome = load.outcome();
            double observations = outcome.messagesPerSecond() * plan.observations();
            rounds.add("time " + rules, 1e6 / observations);
            rounds.add("rules " + rules, share * busy.get("node") * 1e6 / observations);
            next = outcome.next();
            Talk.say(
                    "%s: %d rules: %.0f observations/s, %.0f readings/s; %.2f us of the node's processor each on rules; busy cores: %s"
                            .formatted(
                                    NAME, rules, observations, observations * 6, rounds.last("rules " + rules), busy));
        }
    }
}
