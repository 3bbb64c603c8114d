package org.chengshu.cases.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DispatchRuleProperties {
    @Property
    void theSmallestAreaAroundThePlaceWins(@ForAll("rules") List<DispatchRule> rules, @ForAll("paths") String place) {
        Optional<String> chosen = DispatchRule.choose(rules, "dust", place);

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
            assertThat(fitting.stream().filter(rule -> depth(rule) == smallest).map(DispatchRule::department))
                    .contains(department);
        });
    }

    @Property
    void theOrderOfTheRulesDoesNotMatter(
            @ForAll("rules") List<DispatchRule> rules, @ForAll("paths") String place, @ForAll long seed) {
        List<DispatchRule> shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(DispatchRule.choose(shuffled, "dust", place)).isEqualTo(DispatchRule.choose(rules, "dust", place));
    }

    @Provide
    Arbitrary<List<DispatchRule>> rules() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 1000), Arbitraries.of("dust", "noise"), paths().optional(0.7))
                .as((number, kind, path) -> new DispatchRule("rule-" + number, kind, path, "department-" + number))
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
