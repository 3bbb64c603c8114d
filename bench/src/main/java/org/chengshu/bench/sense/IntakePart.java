package org.chengshu.bench.sense;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
import org.chengshu.bench.load.LoadProcess;
import org.chengshu.bench.load.Outcome;
import org.chengshu.bench.load.Plan;
import org.chengshu.bench.node.City;
import org.chengshu.bench.node.Cores;
import org.chengshu.bench.node.Counters;
import org.chengshu.bench.node.Profile;
import org.chengshu.bench.node.Quiet;
import org.chengshu.bench.yard.CopyYard;
import org.chengshu.bench.yard.Mosquitto;
import org.chengshu.bench.yard.Server;

/** Durable intake over MQTT: what is acknowledged a second, which is after it is committed. */
final class IntakePart {
    static final int CONNECTIONS = 300;
    static final int WINDOW = 100;
    static final int RULES = 5;
    private static final int ROUNDS = 3;
    private static final int SECONDS = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    /** The first round also waits for the compiler. */
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(12);

    private static final long STEP_MS = 1_000;
    private static final double FROST = 2_750;

    private final String name;
    private final int values;
    private final BenchOptions options;
    private final Rounds rounds = new Rounds();
    private final Duration steady;
    private final long startMs =
            System.currentTimeMillis() - Duration.ofDays(20).toMillis();
    private long next;

    IntakePart(String name, int values, BenchOptions options) {
        this.name = name;
        this.values = values;
        this.options = options;
        this.steady = Duration.ofSeconds(options.seconds(SECONDS));
    }

    List<Figure> run(Workplace place) throws Exception {
        Optional<Path> broker = Mosquitto.find();
        Path folder = place.folder(name);
        try (NodeProcess node =
                NodeProcess.start(folder.resolve("city"), NodeProcess.AS_SHIPPED, options.nodeArguments())) {
            List<String> tokens = City.on(node, CONNECTIONS, RULES).tokens(CONNECTIONS);
            Server server = Server.of(node.data());
            CopyYard.prepare(server);
            for (int round = 0; round < options.rounds(ROUNDS); round++) {
                ours(node, tokens, round);
                Quiet.await(node);
                rounds.add("copy", new CopyYard(server, CONNECTIONS, values).rowsPerSecond(steady));
                Talk.say("%s: COPY %.0f rows/s".formatted(name, rounds.last("copy")));
                if (broker.isPresent()) {
                    mosquitto(broker.get(), folder);
                }
            }
        }
        place.clear(name);
        return figures(broker.isPresent());
    }

    private void ours(NodeProcess node, List<String> tokens, int round) throws Exception {
        Counters before = Counters.of(node);
        Plan plan = Plan.of(node.mqttPort(), tokens, WINDOW, values)
                .timed(startMs, STEP_MS, next)
                .lasting(round == 0 ? FIRST_WARM_UP : WARM_UP, steady);
        try (LoadProcess load = LoadProcess.start(plan)) {
            load.awaitSteady();
            Optional<Profile> profile =
                    options.profile() ? Optional.of(Profile.begin(node.handle())) : Optional.empty();
            Cores cores = Cores.watch(node, Map.of("generator", load.handle()));
            load.awaitOver();
            String busy = cores.told();
            Outcome outcome = load.outcome();
            rounds.add("ours", outcome.messagesPerSecond());
            Talk.say(
                    "%s: %.0f messages/s, %.0f readings/s; acknowledged within p50 %.0f ms, p99 %.0f ms; busy cores: %s"
                            .formatted(
                                    name,
                                    outcome.messagesPerSecond(),
                                    outcome.messagesPerSecond() * values,
                                    outcome.p50(),
                                    outcome.p99(),
                                    busy));
            if (profile.isPresent()) {
                profile.get().end().tell();
            }
            check(outcome, Counters.of(node).since(before));
            next = outcome.next();
        }
    }

    /** A figure of readings that are not there would be worth nothing. */
    private void check(Outcome outcome, Counters counted) {
        long sent =
                outcome.acknowledged().stream().mapToLong(count -> count - next).sum() * values;
        if (counted.stored() != sent || counted.rejected() > 0 || outcome.disorder() > 0) {
            throw new IllegalStateException("sent " + sent + " values, all acknowledged, but the node counted "
                    + counted + "; out of order: " + outcome.disorder());
        }
    }

    private void mosquitto(Path program, Path folder) throws IOException {
        try (Mosquitto broker = Mosquitto.start(program, folder)) {
            Plan plan = Plan.of(broker.port(), Collections.nCopies(CONNECTIONS, ""), WINDOW, values)
                    .timed(startMs, STEP_MS, 0)
                    .lasting(WARM_UP, steady);
            rounds.add("mosquitto", LoadProcess.run(plan).messagesPerSecond());
            Talk.say("%s: Mosquitto %.0f messages/s".formatted(name, rounds.last("mosquitto")));
        }
    }

    private List<Figure> figures(boolean withBroker) {
        double messages = rounds.median("ours");
        double readings = messages * values;
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                name + "-against-copy",
                readings,
                "readings/s",
                Yardstick.measured(rounds.median("copy")),
                Goal.ratioAtLeast(0.35)));
        if (withBroker) {
            figures.add(new Figure(
                    name + "-against-mosquitto",
                    messages,
                    "messages/s",
                    Yardstick.measured(rounds.median("mosquitto")),
                    Goal.ratioAtLeast(2)));
        }
        figures.add(new Figure(
                name + "-against-frost", readings, "readings/s", Yardstick.fixed(FROST), Goal.ratioAtLeast(10)));
        return figures;
    }
}
