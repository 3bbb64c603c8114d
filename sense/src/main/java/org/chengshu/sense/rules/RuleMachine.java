package org.chengshu.sense.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;

/**
 * Judges the observations of a device one by one, on event time. Pure: the same observations in the same order give the
 * same decisions however they are cut into batches.
 */
public final class RuleMachine {
    private static final String PREVIOUS = "previous.";
    private static final String HELD = "held.";

    private final List<Rule> rules;
    private final Optional<Duration> maxSilence;
    private final Set<String> remembered = new HashSet<>();
    private final Set<String> ruleIds = new HashSet<>();

    public RuleMachine(List<Rule> rules, Optional<Duration> maxSilence) {
        this.rules = List.copyOf(rules);
        this.maxSilence = maxSilence;
        for (Rule rule : rules) {
            ruleIds.add(rule.id());
            rule.inputs().stream().filter(RuleMachine::isMemory).forEach(input -> remembered.add(property(input)));
        }
    }

    public Step step(DeviceMemory memory, Observation seen) {
        if (memory.isLate(seen.time())) {
            return new Step(memory, List.of(), true);
        }
        Map<String, Held> held = heldAfter(memory, seen);
        Map<String, Object> known = known(memory, seen, held);
        boolean gap = memory.lastTime().filter(last -> isGap(last, seen.time())).isPresent();
        List<Decision> decisions = new ArrayList<>();
        Map<String, Run> runs = new HashMap<>();
        for (Rule rule : rules) {
            Optional<Run> before = Optional.ofNullable(memory.runs().get(rule.id()))
                    .filter(run -> run.isRaised() || (!gap && run.fingerprint().equals(rule.fingerprint())));
            judge(rule, before, seen.time(), known, decisions).ifPresent(run -> runs.put(rule.id(), run));
        }
        dropForgottenRules(memory, seen.time(), decisions);
        return new Step(new DeviceMemory(Optional.of(seen.time()), held, runs), decisions, false);
    }

    private static Optional<Run> judge(
            Rule rule, Optional<Run> before, Instant time, Map<String, Object> known, List<Decision> decisions) {
        if (before.filter(Run::isRaised).isPresent()) {
            if (!rule.isOver(known).orElse(false)) {
                return before;
            }
            decisions.add(new Decision.Clear(rule.id(), time, values(rule, known)));
            return Optional.empty();
        }
        Optional<Boolean> holds = rule.when().ask(known);
        if (holds.isEmpty()) {
            return before;
        }
        return holds.get() ? Optional.of(prolong(rule, before, time, known, decisions)) : Optional.empty();
    }

    private static Run prolong(
            Rule rule, Optional<Run> before, Instant time, Map<String, Object> known, List<Decision> decisions) {
        Instant since = before.map(Run::since).orElse(time);
        if (Duration.between(since, time).compareTo(rule.lasting()) < 0) {
            return new Run(rule.fingerprint(), since, Optional.empty());
        }
        decisions.add(new Decision.Raise(rule, since, time, values(rule, known)));
        return new Run(rule.fingerprint(), since, Optional.of(time));
    }

    /** A rule that was taken away cannot clear its alarm later, so it does so at the next sign of the device. */
    private void dropForgottenRules(DeviceMemory memory, Instant time, List<Decision> decisions) {
        memory.runs().forEach((id, run) -> {
            if (run.isRaised() && !ruleIds.contains(id)) {
                decisions.add(new Decision.Clear(id, time, Map.of()));
            }
        });
    }

    private Map<String, Held> heldAfter(DeviceMemory memory, Observation seen) {
        Map<String, Held> held = new HashMap<>(memory.held());
        held.keySet().retainAll(remembered);
        for (String property : remembered) {
            Value value = seen.values().get(property);
            if (value != null) {
                held.put(property, Held.after(Optional.ofNullable(held.get(property)), value, seen.time(), maxSilence));
            }
        }
        return held;
    }

    private Map<String, Object> known(DeviceMemory memory, Observation seen, Map<String, Held> after) {
        Map<String, Object> known = new HashMap<>();
        seen.values().forEach((property, value) -> known.put(property, plain(value)));
        for (String property : remembered) {
            Held before = memory.held().get(property);
            if (before != null && before.reaches(seen.time(), maxSilence)) {
                known.put(PREVIOUS + property, plain(before.value()));
            }
            if (seen.values().containsKey(property)) {
                known.put(HELD + property, Duration.between(after.get(property).since(), seen.time()));
            }
        }
        return known;
    }

    private static Map<String, Object> values(Rule rule, Map<String, Object> known) {
        Map<String, Object> values = new HashMap<>();
        for (String input : rule.inputs()) {
            String property = property(input);
            if (known.containsKey(property)) {
                values.put(property, known.get(property));
            }
        }
        return values;
    }

    private boolean isGap(Instant last, Instant time) {
        return maxSilence
                .filter(longest -> Duration.between(last, time).compareTo(longest) > 0)
                .isPresent();
    }

    private static boolean isMemory(String input) {
        return input.startsWith(PREVIOUS) || input.startsWith(HELD);
    }

    private static String property(String input) {
        return isMemory(input) ? input.substring(input.indexOf('.') + 1) : input;
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Num(double number) -> number;
            case Value.Bool(boolean flag) -> flag;
            case Value.Str(String text) -> text;
        };
    }
}
