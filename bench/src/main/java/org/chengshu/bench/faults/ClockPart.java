package org.chengshu.bench.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** The node's clock set back an hour under load, and later forward again: nobody is cut off, nothing stands still. */
final class ClockPart {
    static final String NAME = "clock";
    private static final int SECONDS = 10;
    private static final int DEVICES = 50;
    private static final int WINDOW = 20;
    private static final int RATE = 2_000;
    private static final double LONGEST_MS = 10_000;
    private static final Duration NEVER = Duration.ofHours(1);
    private static final String SILENCE = "/api/alarm/v1/alarms?state=all&rule=" + City.PRODUCT + "-silence";

    private final BenchOptions options;
    private final long startMs =
            System.currentTimeMillis() - Duration.ofDays(10).toMillis();

    ClockPart(BenchOptions options) {
        this.options = options;
    }

    List<Figure> run(Workplace place) throws Exception {
        List<Figure> figures = new ArrayList<>();
        try (NodeProcess node = NodeProcess.start(
                place.folder(NAME).resolve("city"),
                NodeProcess.AS_SHIPPED,
                MovableClockNode.class.getName(),
                options.nodeArguments())) {
            List<String> tokens = City.on(node, DEVICES, 5).tokens(DEVICES);
            Plan plan = Plan.of(node.mqttPort(), tokens, WINDOW, 6)
                    .timed(startMs, 1_000, 0)
                    .at(RATE)
                    .lasting(Duration.ofSeconds(5), NEVER);
            try (LoadProcess load = LoadProcess.start(plan)) {
                load.awaitSteady();
                node.tell("-PT1H");
                TimeUnit.SECONDS.sleep(options.seconds(SECONDS));
                node.tell("PT1H");
                TimeUnit.SECONDS.sleep(options.seconds(SECONDS));
                load.stop();
                Outcome outcome = load.outcome();
                int silent = node.get(SILENCE).path("items").size();
                Talk.say("%s: %.0f messages/s, the slowest acknowledged after %.0f ms; %d alarms of silence"
                        .formatted(NAME, outcome.messagesPerSecond(), outcome.most(), silent));
                figures.addAll(Proof.of(node, plan, outcome).figures(NAME, 0));
                figures.add(Proof.none(NAME + "-false-alarms-of-silence", silent, "alarms"));
                figures.add(new Figure(
                        NAME + "-slowest-acknowledgement",
                        outcome.most(),
                        "ms",
                        Yardstick.none(),
                        Goal.atMost(LONGEST_MS)));
            }
        }
        place.clear(NAME);
        return figures;
    }
}
