package org.chengshu.sense.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;

class RuleMachineProperties {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static RuleWorld world() {
        return RuleWorld.of()
                .silence("PT40M")
                .rule("heavy", "pm25 > 3", "PT30M", "pm25 < 2")
                .rule("jump", "pm25 - previous.pm25 > 2", "PT0S")
                .rule("flat", "held.pm25 >= duration('30m')", "PT0S");
    }

    @Property
    void aRestartAnywhereChangesNothing(@ForAll("observations") List<Observation> seen, @ForAll Set<Integer> restarts) {
        RuleWorld once = world();
        RuleWorld cut = world();
        for (int i = 0; i < seen.size(); i++) {
            once.see(seen.get(i));
            cut.see(seen.get(i));
            if (restarts.contains(i % 7)) {
                cut.restart();
            }
        }

        assertThat(cut.decisions()).isEqualTo(once.decisions());
        assertThat(cut.memory()).isEqualTo(once.memory());
    }

    @Property
    void lateObservationsChangeNothing(@ForAll("observations") List<Observation> seen) {
        RuleWorld all = world();
        RuleWorld inOrder = world();
        Instant last = Instant.MIN;
        for (Observation one : seen) {
            all.see(one);
            if (one.time().isAfter(last)) {
                inOrder.see(one);
                last = one.time();
            }
        }

        assertThat(all.decisions()).isEqualTo(inOrder.decisions());
        assertThat(all.memory()).isEqualTo(inOrder.memory());
    }

    @Property
    void raisingAndClearingTakeTurns(@ForAll("observations") List<Observation> seen) {
        RuleWorld world = world();
        seen.forEach(world::see);

        for (String rule : List.of("heavy", "jump", "flat")) {
            List<String> turns = world.decisions().stream()
                    .filter(words -> words.contains(rule))
                    .map(words -> words.substring(0, 5))
                    .toList();
            for (int i = 0; i < turns.size(); i++) {
                assertThat(turns.get(i)).isEqualTo(i % 2 == 0 ? "raise" : "clear");
            }
        }
    }

    @Provide
    Arbitrary<List<Observation>> observations() {
        Arbitrary<Instant> times = Arbitraries.integers().between(0, 40).map(step -> START.plusSeconds(step * 600L));
        Arbitrary<String> names =
                Arbitraries.frequencyOf(Tuple.of(5, Arbitraries.just("pm25")), Tuple.of(1, Arbitraries.just("other")));
        Arbitrary<Integer> values = Arbitraries.integers().between(0, 6);
        Arbitrary<Observation> any = Combinators.combine(times, names, values)
                .as((time, name, value) -> Observation.of(time, name, Value.of((double) value)));
        Arbitrary<List<Observation>> shuffled = any.list().ofMaxSize(40);
        Arbitrary<List<Observation>> mostlySorted = shuffled.map(list ->
                list.stream().sorted(Comparator.comparing(Observation::time)).toList());
        return Arbitraries.oneOf(shuffled, mostlySorted);
    }
}
