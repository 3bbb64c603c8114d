package org.chengshu.bench.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

/** The data folder on a small disk that fills up under load and is given room again. Only root can mount such a disk. */
final class DiskPart {
    static final String NAME = "disk";
    private static final int DEVICES = 50;
    private static final int WINDOW = 20;
    private static final int RATE = 1_000;
    private static final long MIB = 1 << 20;
    private static final long ROOM_LEFT = 150 * MIB;
    private static final double BACK_WITHIN_SECONDS = 30;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration NEVER = Duration.ofHours(1);

    private final BenchOptions options;
    private final long startMs =
            System.currentTimeMillis() - Duration.ofDays(10).toMillis();

    DiskPart(BenchOptions options) {
        this.options = options;
    }

    List<Figure> run(Workplace place) throws Exception {
        Path disk = place.folder(NAME);
        if (!succeeds("mount", "-t", "tmpfs", "-o", "size=900m", "tmpfs", disk.toString())) {
            Talk.say("%s: a small disk cannot be mounted here, that needs root: no figures".formatted(NAME));
            return List.of();
        }
        List<String> arguments = new ArrayList<>(options.nodeArguments());
        arguments.addAll(List.of("--set", "disk.stop-below-percent=20"));
        try {
            try (NodeProcess node = NodeProcess.start(disk.resolve("city"), NodeProcess.AS_SHIPPED, arguments)) {
                return fillUnderLoad(node, disk);
            }
        } finally {
            succeeds("umount", disk.toString());
        }
    }

    private List<Figure> fillUnderLoad(NodeProcess node, Path disk) throws Exception {
        List<String> tokens = City.on(node, DEVICES + 1, 5).tokens(DEVICES + 1);
        Plan plan = Plan.of(node.mqttPort(), tokens.subList(0, DEVICES), WINDOW, 6)
                .timed(startMs, 1_000, 0)
                .at(RATE)
                .endures()
                .lasting(Duration.ofSeconds(5), NEVER);
        try (LoadProcess load = LoadProcess.start(plan)) {
            load.awaitSteady();
            HttpProbe probe = new HttpProbe(node, tokens.getLast(), Instant.ofEpochMilli(startMs));
            Path ballast = fill(disk);
            Until.within(LONGEST, "the HTTP door to be busy", () -> probe.send().statusCode() == 429);
            TimeUnit.SECONDS.sleep(10);
            boolean busy = probe.send().statusCode() == 429;
            Files.delete(ballast);
            long begun = System.nanoTime();
            Until.within(
                    LONGEST, "the HTTP door to take data", () -> probe.send().statusCode() == 200);
            double back = (System.nanoTime() - begun) / 1e9;
            TimeUnit.SECONDS.sleep(5);
            load.stop();
            Outcome outcome = load.outcome();
            Talk.say("%s: the doors went on %.1f s after there was room; %d connections were closed"
                    .formatted(NAME, back, outcome.lost()));
            List<Figure> figures = new ArrayList<>(Proof.of(node, plan, outcome).figures(NAME, probe.taken()));
            figures.add(Proof.none(NAME + "-taken-while-full", busy ? 0 : 1, "messages"));
            figures.add(
                    new Figure(NAME + "-goes-on-after", back, "s", Yardstick.none(), Goal.atMost(BACK_WITHIN_SECONDS)));
            return figures;
        }
    }

    private static Path fill(Path disk) throws IOException {
        Path ballast = disk.resolve("ballast");
        byte[] block = new byte[(int) MIB];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (Files.getFileStore(disk).getUsableSpace() > ROOM_LEFT) {
                out.write(block);
            }
        }
        return ballast;
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
