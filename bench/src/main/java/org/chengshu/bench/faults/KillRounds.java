package org.chengshu.bench.faults;

import java.nio.file.Path;
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
import org.chengshu.bench.load.LoadProcess;
import org.chengshu.bench.load.Outcome;
import org.chengshu.bench.load.Payloads;
import org.chengshu.bench.load.Plan;
import org.chengshu.bench.node.City;

/**
 * A node killed under load again and again, every second time with its database, as the end of the machine would. Every
 * figure is a number of faults, and its goal is none.
 */
public final class KillRounds {
    static final String NAME = "kill";
    private static final int ROUNDS = 20;
    private static final int SECONDS = 3;
    private static final int DEVICES = 50;
    private static final int WINDOW = 20;
    private static final int VALUES = 6;
    private static final int RATE = 6_000;
    private static final Duration NEVER = Duration.ofHours(2);

    private final int rounds;
    private final int seconds;
    private final List<String> machine;
    private final Instant start = Instant.now().minus(Duration.ofDays(20)).truncatedTo(ChronoUnit.HOURS);

    /** @param seconds of load before each kill */
    public KillRounds(int rounds, int seconds, List<String> machine) {
        this.rounds = rounds;
        this.seconds = seconds;
        this.machine = List.copyOf(machine);
    }

    static KillRounds of(BenchOptions options) {
        return new KillRounds(options.rounds(ROUNDS), options.seconds(SECONDS), NodeProcess.AS_SHIPPED);
    }

    /** Starts a node of its own on a folder and kills it so many times. */
    public List<Figure> run(Path data, List<String> settings) throws Exception {
        List<String> arguments = new ArrayList<>(settings);
        arguments.addAll(List.of("--mqtt-port", Integer.toString(Ports.free()), "--set", "http.token-requests=0"));
        List<Figure> figures = new ArrayList<>();
        try (NodeProcess node = NodeProcess.start(data, machine, arguments)) {
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
                for (int round = 0; round < rounds; round++) {
                    killOnce(node, rules, round);
                }
                load.stop();
                Outcome outcome = load.outcome();
                figures.addAll(Proof.of(node, plan, outcome).figures(NAME, rules.values()));
            }
            figures.add(Proof.none("kill-rule-state-lost", rules.faults(), "faults"));
        }
        return figures;
    }

    private void killOnce(NodeProcess node, RuleWitness rules, int round) throws Exception {
        rules.before(node);
        TimeUnit.SECONDS.sleep(seconds);
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
