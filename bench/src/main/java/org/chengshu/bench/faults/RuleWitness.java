package org.chengshu.bench.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Talk;
import org.chengshu.bench.load.ProbeDevice;
import tools.jackson.databind.JsonNode;

/**
 * Two devices whose alarms span the death of the node: one whose run of high values begins before it and must raise at the
 * right time after it, one whose alarm is raised before it, must be open after it, and must clear once.
 */
final class RuleWitness {
    private static final String AFTER_TEN_MINUTES = "bench-rule-00";
    private static final String AT_ONCE = "bench-rule-01";
    private static final double CALM = 20;
    private static final double HIGH = 250;
    private static final double VERY_HIGH = 400;
    private static final Duration RUN = Duration.ofMinutes(10);
    private static final Duration ROUND = Duration.ofMinutes(30);

    private final String runner;
    private final String holder;
    private final String runnerToken;
    private final String holderToken;
    private Instant round;
    private int rounds;
    private int sent;
    private final List<String> faults = new ArrayList<>();

    RuleWitness(List<String> devices, List<String> tokens, Instant start) {
        this.runner = devices.get(0);
        this.holder = devices.get(1);
        this.runnerToken = tokens.get(0);
        this.holderToken = tokens.get(1);
        this.round = start;
    }

    /** Acknowledged before the node dies. */
    void before(NodeProcess node) throws IOException {
        send(node, runnerToken, round, HIGH);
        send(node, holderToken, round, VERY_HIGH);
        rounds++;
    }

    /** After it has come back. */
    void after(NodeProcess node) throws IOException {
        expect("an alarm that was open before is open after", 1, open(node, holder, AT_ONCE));
        send(node, runnerToken, round.plus(RUN).minusSeconds(1), HIGH);
        expect("a run that is not over raises nothing", 0, open(node, runner, AFTER_TEN_MINUTES));
        send(node, runnerToken, round.plus(RUN), HIGH);
        expect("a run that is over raises", 1, open(node, runner, AFTER_TEN_MINUTES));
        expectRaisedAt(node, round.plus(RUN));
        send(node, runnerToken, round.plus(RUN).plusSeconds(60), CALM);
        send(node, holderToken, round.plusSeconds(60), CALM);
        expect("a cleared alarm is not open", 0, open(node, holder, AT_ONCE) + open(node, runner, AFTER_TEN_MINUTES));
        expect(
                "each round raised once, of " + runner,
                rounds,
                all(node, runner, AFTER_TEN_MINUTES).size());
        expect(
                "each round raised once, of " + holder,
                rounds,
                all(node, holder, AT_ONCE).size());
        round = round.plus(ROUND);
    }

    int faults() {
        return faults.size();
    }

    /** How many values it has had acknowledged. */
    int values() {
        return sent * 2;
    }

    private void expectRaisedAt(NodeProcess node, Instant time) {
        boolean right = all(node, runner, AFTER_TEN_MINUTES).stream()
                .anyMatch(alarm -> Instant.parse(alarm.path("raisedAt").asString("1970-01-01T00:00:00Z"))
                        .equals(time));
        expect("an alarm of " + runner + " raised at " + time, 1, right ? 1 : 0);
    }

    private void expect(String what, int wanted, int found) {
        if (wanted != found) {
            faults.add(what);
            Talk.say("rule state, round %d: %s: expected %d, found %d".formatted(rounds, what, wanted, found));
        }
    }

    private static int open(NodeProcess node, String device, String rule) {
        return of(node, "state=open", device, rule).size();
    }

    private static List<JsonNode> all(NodeProcess node, String device, String rule) {
        return of(node, "state=all&limit=200", device, rule);
    }

    private static List<JsonNode> of(NodeProcess node, String query, String device, String rule) {
        return node.get("/api/alarm/v1/alarms?rule=" + rule + "&" + query)
                .path("items")
                .valueStream()
                .filter(alarm -> alarm.path("subject").path("id").asString().equals(device))
                .toList();
    }

    private void send(NodeProcess node, String token, Instant time, double value) throws IOException {
        try (ProbeDevice probe = ProbeDevice.connect(node.mqttPort(), token)) {
            probe.publish("{\"ts\":" + time.toEpochMilli() + ",\"values\":{\"pm25\":" + value + ",\"pm10\":600.5}}");
            probe.awaitAcknowledgement();
        }
        sent++;
    }
}
