package org.chengshu.bench.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chengshu.bench.Figure;
import org.chengshu.bench.Figure.Yardstick;
import org.chengshu.bench.Goal;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Talk;
import org.chengshu.bench.load.Outcome;
import org.chengshu.bench.load.Payloads;
import org.chengshu.bench.load.Plan;
import org.chengshu.bench.node.Counters;
import tools.jackson.databind.JsonNode;

/**
 * Holds what is stored against what was acknowledged, value by value: the first property of every device whole, of the
 * others the newest values, because a message is stored whole or not at all.
 */
final class Proof {
    private static final int PAGE = 10_000;

    private final NodeProcess node;
    private final Plan plan;
    private final Outcome outcome;
    private final Payloads payloads;
    private long missing;
    private long doubled;
    private long wrong;

    private Proof(NodeProcess node, Plan plan, Outcome outcome) {
        this.node = node;
        this.plan = plan;
        this.outcome = outcome;
        this.payloads = new Payloads(plan.values(), plan.startMs(), plan.stepMs());
    }

    static Proof of(NodeProcess node, Plan plan, Outcome outcome) {
        Proof proof = new Proof(node, plan, outcome);
        for (int device = 0; device < plan.tokens().size(); device++) {
            long acknowledged = outcome.acknowledged().get(device);
            long sent = outcome.sent().get(device);
            for (long from = 0; from < sent; from += PAGE) {
                proof.compare(device, 0, from, Math.min(from + PAGE, sent), acknowledged);
            }
            for (int property = 1; property < plan.values(); property++) {
                proof.compare(device, property, Math.max(0, sent - PAGE / 10), sent, acknowledged);
            }
        }
        return proof;
    }

    private void compare(int device, int property, long from, long until, long acknowledged) {
        Set<Long> seen = new HashSet<>();
        for (JsonNode item : node.get("/api/sense/v1/devices/" + Payloads.code(device) + "/series/"
                        + Payloads.NAMES.get(property) + "/readings?limit=" + PAGE + "&from="
                        + Instant.ofEpochMilli(payloads.time(from)) + "&to="
                        + Instant.ofEpochMilli(payloads.time(until)))
                .path("items")) {
            long number = (Instant.parse(item.path("time").asString()).toEpochMilli() - plan.startMs()) / plan.stepMs();
            if (number < until) {
                doubled += seen.add(number) ? 0 : 1;
                wrong += isAsSent(device, number, property, item) ? 0 : 1;
            }
        }
        for (long number = from; number < Math.min(until, acknowledged); number++) {
            missing += seen.contains(number) ? 0 : 1;
        }
    }

    private boolean isAsSent(int device, long number, int property, JsonNode item) {
        return number < outcome.sent().get(device)
                && item.path("value").asDouble() == Double.parseDouble(payloads.value(device, number, property));
    }

    /** How many values the generator got acknowledged. */
    long acknowledged() {
        return outcome.acknowledged().stream().mapToLong(Long::longValue).sum() * plan.values();
    }

    /** The figures, with the node's own counters among them: {@code others} values came from elsewhere. */
    List<Figure> figures(String part, long others) {
        Counters counters = Counters.of(node);
        long uncounted = acknowledged() + others - counters.stored();
        Talk.say("%s: %d values acknowledged; counted %s; missing %d, doubled %d, wrong %d"
                .formatted(part, acknowledged(), counters, missing, doubled, wrong));
        List<Figure> figures = new ArrayList<>();
        figures.add(none(part + "-acknowledged-but-missing", missing, "readings"));
        figures.add(none(part + "-stored-twice", doubled, "readings"));
        figures.add(none(part + "-stored-but-wrong", wrong + counters.rejected(), "readings"));
        figures.add(none(part + "-not-counted", Math.abs(uncounted), "readings"));
        return figures;
    }

    static Figure none(String name, long found, String unit) {
        return new Figure(name, (double) found, unit, Yardstick.none(), Goal.atMost(0));
    }
}
