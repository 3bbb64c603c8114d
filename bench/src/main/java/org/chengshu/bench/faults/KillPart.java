package org.chengshu.bench.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Talk;
import org.chengshu.bench.Workplace;
import org.chengshu.bench.load.LoadProcess;
import org.chengshu.bench.load.Outcome;
import org.chengshu.bench.load.Payloads;
import org.chengshu.bench.load.Plan;
import org.chengshu.bench.node.City;

/** A node killed under load again and again, every second time with its database, as the end of the machine would. */
final class KillPart {
    static final String NAME = "kill";
    private static final int ROUNDS = 20;
    private static final int SECONDS = 3;
    private static final int DEVICES = 50;
    private static final int WINDOW = 20;
    private static final int VALUES = 6;
    private static final int RATE = 6_000;
    private static final Duration NEVER = Duration.ofHours(2);

    private final BenchOptions options;
    private final Instant start = Instant.now().minus(Duration.ofDays(20)).truncatedTo(ChronoUnit.HOURS);

    KillPart(BenchOptions options) {
        this.options = options;
    }

    List<Figure> run(Workplace place) throws Exception {
        List<String> arguments = new ArrayList<>(options.nodeArguments());
        arguments.addAll(List.of("--mqtt-port", Integer.toString(Ports.free()), "--set", "http.token-requests=0"));
        List<Figure> figures = new ArrayList<>();
        try (NodeProcess node =
                NodeProcess.start(place.folder(NAME).resolve("city"), NodeProcess.AS_SHIPPED, arguments)) {
            List<String> tokens = City.on(node, DEVICES + 2, 5).tokens(DEVICES + 2);
            Plan plan = Plan.of(node.mqttPort(), tokens.subList(0, DEVICES), WINDOW, VALUES)
                    .timed(start.toEpochMilli(), 1_000, 0)
                    .at(RATE)
                    .endures()
                    .lasting(Duration.ZERO, NEVER);
            RuleWitness rules = new RuleWitness(
                    List.of(Payloads.code(DEVICES), Payloads.code(DEVICES + 1)),
                    tokens.subList(DEVICES, DEVICES + 2),
                    start);
            try (LoadProcess load = LoadProcess.start(plan)) {
                load.awaitSteady();
                for (int round = 0; round < options.rounds(ROUNDS); round++) {
                    killOnce(node, rules, round);
                }
                load.stop();
                Outcome outcome = load.outcome();
                figures.addAll(Proof.of(node, plan, outcome).figures(NAME, rules.values()));
            }
            figures.add(Proof.none("kill-rule-state-lost", rules.faults(), "faults"));
        }
        place.clear(NAME);
        return figures;
    }

    private void killOnce(NodeProcess node, RuleWitness rules, int round) throws Exception {
        rules.before(node);
        TimeUnit.SECONDS.sleep(options.seconds(SECONDS));
        node.kill();
        if (round % 2 == 1) {
            node.killDatabase();
        }
        long begun = System.nanoTime();
        node.restart();
        Talk.say(
                "%s: round %d, ready again after %.1f s".formatted(NAME, round + 1, (System.nanoTime() - begun) / 1e9));
        rules.after(node);
    }
}
