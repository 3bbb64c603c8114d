package org.chengshu.bench.sense;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.Figure.Yardstick;
import org.chengshu.bench.Goal;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Talk;
import org.chengshu.bench.Workplace;
import org.chengshu.bench.load.LoadProcess;
import org.chengshu.bench.load.Outcome;
import org.chengshu.bench.load.Plan;
import org.chengshu.bench.node.City;
import org.chengshu.bench.node.Cores;
import org.chengshu.bench.node.Memory;

/** Ten thousand devices that stay connected and report every five seconds, on a Java machine that is kept small. */
final class CrowdPart {
    static final String NAME = "crowd";
    private static final int DEVICES = 10_000;
    private static final int RATE = 2_000;
    private static final int SECONDS = 30;
    private static final int WINDOW = 4;
    private static final double LIMIT_MIB = 1_024;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final List<String> SMALL = List.of("-XX:+UseG1GC", "-Xmx512m", "-Xshare:auto");

    private final BenchOptions options;

    CrowdPart(BenchOptions options) {
        this.options = options;
    }

    List<Figure> run(Workplace place) throws Exception {
        Memory memory;
        try (NodeProcess node = NodeProcess.start(place.folder(NAME).resolve("city"), SMALL, options.nodeArguments())) {
            List<String> tokens = City.on(node, DEVICES, IntakePart.RULES).tokens(DEVICES);
            Plan plan = Plan.of(node.mqttPort(), tokens, WINDOW, 6)
                    .at(RATE)
                    .timed(System.currentTimeMillis() - Duration.ofHours(1).toMillis(), 5_000, 0)
                    .lasting(WARM_UP, Duration.ofSeconds(options.seconds(SECONDS)));
            try (LoadProcess load = LoadProcess.start(plan)) {
                load.awaitSteady();
                Cores cores = Cores.watch(node, Map.of("generator", load.handle()));
                load.awaitOver();
                String busy = cores.told();
                memory = Memory.of(node.handle());
                tell(memory, load.outcome(), busy);
            }
        }
        place.clear(NAME);
        return List.of(
                new Figure("memory-of-10000-devices", memory.most(), "MiB", Yardstick.none(), Goal.atMost(LIMIT_MIB)));
    }

    private static void tell(Memory memory, Outcome outcome, String busy) {
        if (outcome.lost() > 0 || outcome.messagesPerSecond() < RATE * 0.95) {
            throw new IllegalStateException(outcome.lost() + " connections were lost, "
                    + Math.round(outcome.messagesPerSecond()) + " messages/s instead of " + RATE);
        }
        Talk.say(
                "%s: %.0f messages/s of %d connections, acknowledged within p99 %.0f ms; resident %.0f MiB, at most %.0f MiB, heap after a collection %.0f MiB; busy cores: %s"
                        .formatted(
                                NAME,
                                outcome.messagesPerSecond(),
                                DEVICES,
                                outcome.p99(),
                                memory.now(),
                                memory.most(),
                                memory.heap(),
                                busy));
    }
}
