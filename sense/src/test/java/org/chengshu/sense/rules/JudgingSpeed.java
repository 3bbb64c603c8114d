package org.chengshu.sense.rules;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.formula.Formulas;
import org.chengshu.formula.Signature;
import org.chengshu.formula.Type;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;

/** Prints what judging costs: observations of six values, 50,000 devices in turn, by 0 to 40 rules. Run it by hand. */
final class JudgingSpeed {
    private static final int DEVICES = 50_000;
    private static final int ROUNDS = 60;
    private static final List<String> PROPERTIES = List.of("pm25", "pm10", "so2", "no2", "co", "o3");

    private JudgingSpeed() {}

    public static void main(String[] args) {
        Map<Integer, List<Double>> costs = new TreeMap<>();
        for (int turn = 0; turn < 4; turn++) {
            for (int rules : new int[] {0, 1, 5, 10, 20, 40}) {
                costs.computeIfAbsent(rules, count -> new ArrayList<>()).add(cost(rules));
            }
        }
        costs.forEach((rules, all) -> System.out.printf(
                Locale.ROOT,
                "%d rules: %.0f ns an observation%n",
                rules,
                all.stream().sorted().toList().get(1)));
    }

    private static double cost(int count) {
        RuleMachine machine = new RuleMachine(rules(count), Optional.of(Duration.ofHours(3)));
        DeviceMemory[] memories = new DeviceMemory[DEVICES];
        java.util.Arrays.fill(memories, DeviceMemory.EMPTY);
        Instant start = Instant.parse("2026-03-01T00:00:00Z");
        long spent = 0;
        long decisions = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Observation[] seen = new Observation[512];
            for (int i = 0; i < seen.length; i++) {
                seen[i] = observation(start.plusSeconds(round * 60L), round * 31 + i);
            }
            long before = cpu();
            for (int device = 0; device < DEVICES; device++) {
                Step step = machine.step(memories[device], seen[device & 511]);
                memories[device] = step.memory();
                decisions += step.decisions().size();
            }
            spent += round < 10 ? 0 : cpu() - before;
        }
        if (decisions < 0) {
            throw new IllegalStateException("nothing was judged");
        }
        return spent / (double) (DEVICES * (ROUNDS - 10));
    }

    /** Of this thread, so that what else the machine does is left out. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Observation observation(Instant time, int seed) {
        Map<String, Value> values = new TreeMap<>();
        for (int i = 0; i < PROPERTIES.size(); i++) {
            values.put(PROPERTIES.get(i), Value.of((seed * 37L + i * 11L) % 140 + 0.5));
        }
        return Observation.of(time, values);
    }

    /** As packs write them: a limit with a duration and a clearing, a sudden rise, a comparison. */
    private static List<Rule> rules(int count) {
        TreeMap<String, Type> words = new TreeMap<>();
        for (String property : PROPERTIES) {
            words.put(property, Type.NUMBER);
            words.put("previous." + property, Type.NUMBER);
            words.put("held." + property, Type.DURATION);
        }
        Signature signature = new Signature(words);
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String property = PROPERTIES.get(i % PROPERTIES.size());
            String when =
                    switch (i % 5) {
                        case 0 -> property + " > 150";
                        case 1 -> property + " > 250 && pm10 > 20";
                        case 2 -> property + " - previous." + property + " > 145";
                        case 3 -> property + " > 130 || pm25 < 0";
                        default -> property + " < 1 && !(pm10 > 100)";
                    };
            rules.add(Rule.of(
                    "rule-" + i,
                    Text.of("规则", "rule"),
                    new Level(
                            Severity.ORANGE,
                            Formulas.compile(when, signature, Type.BOOLEAN),
                            i % 2 == 0 ? Duration.ofHours(2) : Duration.ofMinutes(5)),
                    Ending.when(Formulas.compile(property + " < 115", signature, Type.BOOLEAN)),
                    when));
        }
        return rules;
    }
}
