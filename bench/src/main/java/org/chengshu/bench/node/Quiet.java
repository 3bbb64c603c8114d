package org.chengshu.bench.node;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Talk;

/** Waits until a node has done what it put off, so that the yardstick has the machine for itself. */
public final class Quiet {
    private static final int LONGEST_SECONDS = 60;
    private static final int LOOK_SECONDS = 2;
    private static final double IDLE_CORES = 0.15;

    private Quiet() {}

    public static void await(NodeProcess node) throws IOException, InterruptedException {
        for (int waited = 0; waited < LONGEST_SECONDS; waited += LOOK_SECONDS) {
            Cores cores = Cores.watch(node, Map.of());
            TimeUnit.SECONDS.sleep(LOOK_SECONDS);
            double busy = cores.busy().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            if (busy < IDLE_CORES) {
                if (waited > LOOK_SECONDS) {
                    Talk.say("  the node was quiet after %d s".formatted(waited));
                }
                return;
            }
        }
        Talk.say("  the node was still busy after %d s; the yardstick shares the machine with it"
                .formatted(LONGEST_SECONDS));
    }
}
