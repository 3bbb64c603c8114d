package org.chengshu.bench.sense;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.Figure.Yardstick;
import org.chengshu.bench.Goal;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Talk;
import org.chengshu.bench.Workplace;
import org.chengshu.bench.load.Latencies;
import org.chengshu.bench.load.LoadProcess;
import org.chengshu.bench.load.Outcome;
import org.chengshu.bench.load.Plan;
import org.chengshu.bench.node.City;
import org.chengshu.bench.node.Cores;
import org.chengshu.bench.node.Waits;
import org.chengshu.bench.yard.Server;

/**
 * From the moment a value is published to the moment its alarm stands on the live view, while the other devices send half
 * of what the node can take.
 */
final class AlarmPart {
    static final String NAME = "alarms";
    private static final double LIMIT_MS = 100;
    private static final int PROBES = 6;
    private static final int SECONDS = 20;
    private static final int CALIBRATION_SECONDS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    // The Java machine works on the alarms' path only once there are alarms; for so long they are not counted.
    private static final Duration FIRST_ALARMS = Duration.ofSeconds(100);

    // Of 16 MiB each; more than are written while alarms are raised.
    private static final int LOG_PIECES = 100;

    private final BenchOptions options;
    private final Latencies latencies = new Latencies();
    private final List<Waits.Stretch> slow = new ArrayList<>();
    private final long startMs =
            System.currentTimeMillis() - Duration.ofDays(10).toMillis();
    private int lost;

    AlarmPart(BenchOptions options) {
        this.options = options;
    }

    List<Figure> run(Workplace place) throws Exception {
        try (NodeProcess node = NodeProcess.start(
                place.folder(NAME).resolve("city"), NodeProcess.AS_SHIPPED, options.nodeArguments())) {
            int all = IntakePart.CONNECTIONS + PROBES;
            List<String> tokens = City.on(node, all, IntakePart.RULES).tokens(all);
            List<String> senders = tokens.subList(0, IntakePart.CONNECTIONS);
            Plan plan = Plan.of(node.mqttPort(), senders, IntakePart.WINDOW, 6)
                    .timed(startMs, 1_000, 0)
                    .lasting(WARM_UP, Duration.ofSeconds(CALIBRATION_SECONDS));
            Outcome most = LoadProcess.run(plan);
            int half = (int) (most.messagesPerSecond() / 2);
            Talk.say("%s: at most %.0f messages/s, so %d are sent meanwhile"
                    .formatted(NAME, most.messagesPerSecond(), half));
            Plan steady = plan.at(half)
                    .timed(startMs, 1_000, most.next())
                    .lasting(FIRST_ALARMS.plusSeconds(1), Duration.ofSeconds(options.seconds(SECONDS)));
            reuseTheLog(node);
            measure(node, steady, tokens.subList(IntakePart.CONNECTIONS, all));
        }
        place.clear(NAME);
        Talk.say("%s: %d alarms, p50 %.1f ms, p99 %.1f ms, at most %.1f ms; %d never came"
                .formatted(
                        NAME,
                        latencies.count(),
                        latencies.percentile(0.5),
                        latencies.percentile(0.99),
                        latencies.percentile(1),
                        lost));
        double p99 = lost > 0 ? Double.POSITIVE_INFINITY : latencies.percentile(0.99);
        return List.of(new Figure("alarm-latency-p99", p99, "ms", Yardstick.none(), Goal.atMost(LIMIT_MS)));
    }

    /**
     * As a node does that has run for some minutes; a young one makes each piece of its log anew, and commits wait for it. The
     * server keeps as many pieces as were written between two checkpoints, so that many are written here.
     */
    private static void reuseTheLog(NodeProcess node) throws IOException, SQLException {
        try (Connection database = Server.of(node.data()).open("postgres");
                Statement statement = database.createStatement()) {
            statement.execute("checkpoint");
            for (int piece = 0; piece < LOG_PIECES; piece++) {
                statement.execute("select pg_logical_emit_message(false, 'bench', 'x')");
                statement.execute("select pg_switch_wal()");
            }
            statement.execute("checkpoint");
        }
    }

    private void measure(NodeProcess node, Plan plan, List<String> tokens) throws Exception {
        List<Prober> probers = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String device = City.code(IntakePart.CONNECTIONS + i);
            probers.add(new Prober(node.mqttPort(), tokens.get(i), device, Instant.ofEpochMilli(startMs)));
        }
        try (AutoCloseable _ =
                        node.followLive("/api/alarm/v1/alarms/live", line -> probers.forEach(one -> one.hear(line)));
                LoadProcess load = LoadProcess.start(plan)) {
            probe(probers, System.nanoTime() + FIRST_ALARMS.toNanos(), any -> {});
            load.awaitSteady();
            Optional<Waits> waits = options.profile() ? Optional.of(Waits.begin(node)) : Optional.empty();
            Cores cores = Cores.watch(node, Map.of("generator", load.handle()));
            probe(probers, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(plan.steadyMs()), this::took);
            String busy = cores.told();
            Outcome outcome = load.outcome();
            Talk.say("%s: meanwhile %.0f messages/s, acknowledged within p99 %.0f ms; busy cores: %s"
                    .formatted(NAME, outcome.messagesPerSecond(), outcome.p99(), busy));
            if (waits.isPresent()) {
                waits.get().end().tell(slow);
            }
        }
    }

    private void probe(List<Prober> probers, long end, DoubleConsumer took)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (Prober prober : probers) {
                running.add(threads.submit(() -> {
                    prober.run(end, took);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private synchronized void took(double nanos) {
        if (Double.isInfinite(nanos)) {
            lost++;
        } else {
            latencies.add((long) nanos);
            if (nanos > LIMIT_MS * 1e6) {
                Instant now = Instant.now();
                slow.add(new Waits.Stretch(now.minusNanos((long) nanos), now));
            }
        }
    }
}
