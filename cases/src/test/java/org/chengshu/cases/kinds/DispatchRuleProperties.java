package org.chengshu.cases.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DispatchRuleProperties {
    @Property
    void theSmallestAreaAroundThePlaceWins(@ForAll("rules") List<DispatchRule> rules, @ForAll("paths") String place) {
        Optional<String> chosen = choose(rules, place);

        List<DispatchRule> fitting = rules.stream()
                .filter(rule -> rule.kind().equals("dust"))
                .filter(rule -> rule.areaPath().map(place::startsWith).orElse(true))
                .toList();
        assertThat(chosen.isPresent()).isEqualTo(!fitting.isEmpty());
        chosen.ifPresent(department -> {
            int smallest = fitting.stream()
                    .mapToInt(DispatchRuleProperties::depth)
                    .max()
                    .orElseThrow();
            assertThat(fitting.stream().filter(rule -> depth(rule) == smallest).map(rule -> rule.candidates()
                            .getFirst()))
                    .contains(department);
        });
    }

    @Property
    void theOrderOfTheRulesDoesNotMatter(
            @ForAll("rules") List<DispatchRule> rules, @ForAll("paths") String place, @ForAll long seed) {
        List<DispatchRule> shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(choose(shuffled, place)).isEqualTo(choose(rules, place));
    }

    @Property
    void whoDecidesHoldsAndEveryOtherRuleIsToldWhyNot(
            @ForAll("rules") List<DispatchRule> rules,
            @ForAll("paths") String place,
            @ForAll @IntRange(min = 1, max = 4) int severity,
            @ForAll boolean working) {
        DispatchRule.World world = world(working, Map.of());
        DispatchDecision decision =
                DispatchReasons.decide(rules, new DispatchRule.Matter("dust", place, severity), world);

        assertThat(decision.passedOver())
                .hasSize(rules.size() - (decision.rule().isPresent() ? 1 : 0));
        decision.rule().ifPresent(id -> {
            DispatchRule rule = rules.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(severity).isGreaterThanOrEqualTo(rule.severityAtLeast().orElse(1));
            assertThat(rule.hours()
                            .map(hours -> (hours == DispatchRule.Hours.WORKING) == working)
                            .orElse(true))
                    .isTrue();
            assertThat(decision.why()).isNotEmpty();
        });
    }

    @Property
    void theLeastLoadedCandidateLeadsButOneOnDutyComesFirst(
            @ForAll List<@IntRange(max = 5) Integer> loads, @ForAll boolean byDuty) {
        Assume.that(loads.size() > 1);
        List<String> names =
                IntStream.range(0, loads.size()).mapToObj(i -> "d" + i).toList();
        Map<String, Integer> load =
                IntStream.range(0, loads.size()).boxed().collect(Collectors.toMap(i -> "d" + i, loads::get));
        DispatchRule rule = new DispatchRule(
                "one", "dust", Optional.empty(), Optional.empty(), Optional.empty(), "city", names, byDuty);

        String chosen = rule.department(world(true, load)).orElseThrow();
        List<String> eligible =
                byDuty ? names.stream().filter(DispatchRuleProperties::hasDuty).toList() : names;

        assertThat(eligible).contains(chosen);
        assertThat(eligible).allMatch(other -> load.get(chosen) <= load.get(other));
    }

    private static boolean hasDuty(String name) {
        return name.charAt(name.length() - 1) % 2 == 0;
    }

    private static DispatchRule.World world(boolean working, Map<String, Integer> load) {
        return new DispatchRule.World() {
            @Override
            public boolean working(String calendar) {
                return working;
            }

            @Override
            public int openCases(String department) {
                return load.getOrDefault(department, 0);
            }

            @Override
            public boolean onDuty(String department) {
                return hasDuty(department);
            }
        };
    }

    private static Optional<String> choose(List<DispatchRule> rules, String place) {
        List<DispatchRule> always = rules.stream()
                .map(rule -> DispatchRule.always(
                        rule.id(),
                        rule.kind(),
                        rule.areaPath(),
                        rule.candidates().getFirst()))
                .toList();
        DispatchRule.World world = world(true, Map.of());
        return DispatchRule.choose(always, new DispatchRule.Matter("dust", place, 2), world)
                .flatMap(rule -> rule.department(world));
    }

    @Provide
    Arbitrary<List<DispatchRule>> rules() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 1000),
                        Arbitraries.of("dust", "noise"),
                        paths().optional(0.7),
                        Arbitraries.integers().between(1, 4).optional(0.5),
                        Arbitraries.of(DispatchRule.Hours.values()).optional(0.5))
                .as((number, kind, path, severity, hours) -> new DispatchRule(
                        "rule-" + number, kind, path, severity, hours, "city", List.of("department-" + number), false))
                .list()
                .uniqueElements(DispatchRule::id)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of("a", "b", "c")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> "/" + String.join("/", parts) + "/");
    }

    private static int depth(DispatchRule rule) {
        return rule.areaPath().map(String::length).orElse(0);
    }
}
