package org.chengshu.indicator.compute;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.chengshu.indicator.model.AttributeRule;
import org.chengshu.indicator.model.Combine;

/** Which of several numbers reach the greatest (or least) of them: the primary pollutants of a day, say. */
final class Extremes {
    private Extremes() {}

    static List<String> labels(AttributeRule.Extreme rule, Map<String, Double> known) {
        double[] numbers = Program.numbers(rule.labels().keySet(), known);
        OptionalDouble extreme = (rule.greatest() ? Combine.MAX : Combine.MIN).of(numbers, 1);
        if (extreme.isEmpty()
                || (rule.above().isPresent()
                        && extreme.getAsDouble() <= rule.above().getAsDouble())) {
            return List.of();
        }
        return rule.labels().entrySet().stream()
                .filter(label -> known.getOrDefault(label.getKey(), Double.NaN) == extreme.getAsDouble())
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }
}
