package org.chengshu.sense.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final Map<String, Formula> CONDITIONS = new ConcurrentHashMap<>();

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
        rules.add(Rule.of(
                id,
                Text.of(id, id),
                new Level(Severity.ORANGE, condition(when), Duration.parse(lasting)),
                clear.map(RuleWorld::condition).map(Ending::when).orElse(Ending.WITH_CONDITION),
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
        memory = MemoryCodec.read(MemoryCodec.write(memory));
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
        return decisions.stream().map(Decision::values).toList();
    }

    private RuleMachine machine() {
        return new RuleMachine(rules, silence);
    }

    private static String words(Decision decision) {
        return switch (decision) {
            case Decision.Raise raise ->
                "raise " + raise.ruleId() + " since " + clock(raise.since()) + " at " + clock(raise.at());
            case Decision.Change change ->
                "change " + change.ruleId() + " to " + change.severity() + " at " + clock(change.at());
            case Decision.Clear clear -> "clear " + clear.ruleId() + " at " + clock(clear.at());
        };
    }

    private static String clock(Instant time) {
        return time.toString().substring(11, 16);
    }

    private static Instant instant(String time) {
        return Instant.parse("2026-03-01T" + time + ":00Z");
    }

    private static Formula condition(String source) {
        return CONDITIONS.computeIfAbsent(source, text -> Formulas.compile(text, WORDS, Type.BOOLEAN));
    }
}
