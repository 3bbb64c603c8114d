package org.chengshu.bench.cases;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.Figure.Yardstick;
import org.chengshu.bench.Goal;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Talk;
import org.chengshu.bench.cases.CaseLoadPlan.Tokens;
import org.chengshu.bench.yard.Server;

/**
 * First what the node takes of reports by eight lines that wait for their answers, then ten times as many a second that wait for
 * nobody: each must be taken, or be told to come later. Each that was taken must be in the database, and soon after the rush a report
 * must take no longer than twice what it took before.
 */
final class BurstPart {
    private static final int LINES = 8;
    private static final int SUSTAINED_SECONDS = 15;
    private static final int BURST_SECONDS = 60;
    private static final int TIMES = 10;
    private static final int LONGEST_RECOVERY = 60;
    private static final int PROBE_SECONDS = 3;
    private static final double NORMAL = 2;
    private static final double LEAST_MILLIS = 50;

    private final NodeProcess node;
    private final Tokens tokens;

    BurstPart(NodeProcess node, Tokens tokens) {
        this.node = node;
        this.tokens = tokens;
    }

    List<Figure> run(BenchOptions options) throws Exception {
        load(LINES, SUSTAINED_SECONDS, 0, "warm");
        CaseLoadOutcome sustained = load(LINES, SUSTAINED_SECONDS, 0, "sustained");
        CaseLoadOutcome alone = load(1, PROBE_SECONDS, 0, "alone");
        int rate = (int) Math.max(TIMES, Math.round(TIMES * sustained.perSecond()));
        Talk.say("  burst: %.0f reports/s are sustained; %d/s now".formatted(sustained.perSecond(), rate));
        CaseLoadOutcome burst = load(LINES, options.seconds(BURST_SECONDS), rate, "burst");
        double recovered = recovery(Math.max(LEAST_MILLIS, NORMAL * alone.p50Millis()));
        long lost = burst.done() - CaseCity.count(Server.of(node.data()), "burst ");
        Talk.say("  burst: %s, p50 %.0f ms, p95 %.0f ms; %d taken and not kept; normal after %.0f s %s"
                .formatted(
                        burst.statuses(), burst.p50Millis(), burst.p95Millis(), lost, recovered, burst.firstFault()));
        return List.of(
                zero("burst-faults", (double) (burst.faulty() + burst.unasked()), "answers"),
                zero("burst-lost", (double) Math.max(0, lost), "reports"),
                new Figure(
                        "burst-taken",
                        burst.perSecond(),
                        "reports/s",
                        Yardstick.measured(sustained.perSecond()),
                        Goal.ratioAtLeast(0.5)),
                new Figure(
                        "burst-recovery",
                        recovered,
                        "s",
                        Yardstick.fixed(LONGEST_RECOVERY),
                        Goal.atMost(LONGEST_RECOVERY)));
    }

    private double recovery(double normalMillis) throws Exception {
        long begun = System.nanoTime();
        while (true) {
            double since = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
            CaseLoadOutcome probe = load(1, PROBE_SECONDS, 0, "probe");
            boolean normal = probe.done() > 0 && probe.faulty() == 0 && probe.p50Millis() <= normalMillis;
            if (normal || since > LONGEST_RECOVERY) {
                return since;
            }
        }
    }

    private static Figure zero(String name, double count, String unit) {
        return new Figure(name, count, unit, Yardstick.none(), Goal.atMost(0));
    }

    private CaseLoadOutcome load(int lines, int seconds, int rate, String mark) throws Exception {
        CaseLoadPlan plan = CaseLoadPlan.reports(node.people("/").toString(), tokens, lines, seconds, mark);
        return CaseLoad.apart(rate == 0 ? plan : plan.atRate(rate));
    }
}
