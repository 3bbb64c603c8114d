package org.chengshu.sense.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.formula.EvaluationFault;
import org.chengshu.formula.Formula;
import org.chengshu.formula.Formulas;
import org.chengshu.formula.Signature;
import org.chengshu.formula.Type;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;

/** One device under a few rules, told what it sees at which time of one day. */
final class RuleWorld {
    private static final Signature WORDS = Signature.of(Map.of(
            "pm25", Type.NUMBER, "previous.pm25", Type.NUMBER, "held.pm25", Type.DURATION, "other", Type.NUMBER));

    private static final Map<String, Condition> CONDITIONS = new ConcurrentHashMap<>();

    private final List<Rule> rules = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private Optional<Duration> silence = Optional.empty();
    private DeviceMemory memory = DeviceMemory.EMPTY;
    private int late;

    static RuleWorld of() {
        return new RuleWorld();
    }

    RuleWorld silence(String longest) {
        silence = Optional.of(Duration.parse(longest));
        return this;
    }

    RuleWorld rule(String id, String when, String lasting) {
        return add(id, when, lasting, Optional.empty());
    }

    RuleWorld rule(String id, String when, String lasting, String clear) {
        return add(id, when, lasting, Optional.of(clear));
    }

    private RuleWorld add(String id, String when, String lasting, Optional<String> clear) {
        rules.add(new Rule(
                id,
                Text.of(id, id),
                Severity.ORANGE,
                when,
                condition(when),
                Duration.parse(lasting),
                clear.map(RuleWorld::condition),
                when + lasting));
        return this;
    }

    RuleWorld forgetRules() {
        rules.clear();
        return this;
    }

    RuleWorld at(String time, double pm25) {
        return see(Observation.of(instant(time), "pm25", Value.of(pm25)));
    }

    RuleWorld without(String time) {
        return see(Observation.of(instant(time), "other", Value.of(1)));
    }

    RuleWorld see(Observation seen) {
        Step step = machine().step(memory, seen);
        memory = step.memory();
        decisions.addAll(step.decisions());
        late += step.late() ? 1 : 0;
        return this;
    }

    /** Writes the memory down and reads it again, as a restart does. */
    RuleWorld restart() {
        memory = MemoryJson.read(MemoryJson.write(memory));
        return this;
    }

    DeviceMemory memory() {
        return memory;
    }

    int late() {
        return late;
    }

    List<String> decisions() {
        return decisions.stream().map(RuleWorld::words).toList();
    }

    List<Map<String, Object>> values() {
        return decisions.stream()
                .map(decision -> switch (decision) {
                    case Decision.Raise raise -> raise.values();
                    case Decision.Clear clear -> clear.values();
                })
                .toList();
    }

    private RuleMachine machine() {
        return new RuleMachine(rules, silence);
    }

    private static String words(Decision decision) {
        return switch (decision) {
            case Decision.Raise raise ->
                "raise " + raise.ruleId() + " since " + clock(raise.since()) + " at " + clock(raise.at());
            case Decision.Clear clear -> "clear " + clear.ruleId() + " at " + clock(clear.at());
        };
    }

    private static String clock(Instant time) {
        return time.toString().substring(11, 16);
    }

    private static Instant instant(String time) {
        return Instant.parse("2026-03-01T" + time + ":00Z");
    }

    private static Condition condition(String source) {
        return CONDITIONS.computeIfAbsent(source, RuleWorld::compile);
    }

    private static Condition compile(String source) {
        Formula formula = Formulas.compile(source, WORDS, Type.BOOLEAN);
        return new Condition() {
            @Override
            public Set<String> inputs() {
                return formula.inputs();
            }

            @Override
            public Optional<Boolean> ask(Map<String, Object> known) {
                try {
                    return formula.evaluateIfKnown(known).map(Boolean.class::cast);
                } catch (EvaluationFault e) {
                    return Optional.empty();
                }
            }
        };
    }
}
