package org.chengshu.cases.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Figures, points and grade of one area, department or post; pure. The score is the mean of the points, weighted over those
 * measures of which there is something to tell.
 */
record ScoreCard(int cases, Map<String, Figure> measures, Optional<Double> score, Optional<String> grade) {
    /** One measure; points and weight where the scheme has it. */
    record Figure(long n, long sum, double value, Optional<Double> points, Optional<Double> weight) {}

    private static final double CENTS = 100;

    static ScoreCard of(EvaluationScheme scheme, Map<Measure, Tally> tallies, int cases) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        double points = 0;
        double weights = 0;
        for (Measure measure : Measure.values()) {
            Tally tally = tallies.getOrDefault(measure, Tally.NONE);
            Optional<Double> value = tally.value(measure);
            if (value.isEmpty()) {
                continue;
            }
            Optional<SchemePart> part = scheme.parts().stream()
                    .filter(one -> one.measure() == measure)
                    .findFirst();
            Optional<Double> own = part.map(one -> one.points(value.get()));
            points += own.orElse(0d) * part.map(SchemePart::weight).orElse(0d);
            weights += part.map(SchemePart::weight).orElse(0d);
            figures.put(
                    measure.word(), new Figure(tally.n(), tally.sum(), value.get(), own, part.map(SchemePart::weight)));
        }
        Optional<Double> score =
                weights > 0 ? Optional.of(Math.round(points / weights * CENTS) / CENTS) : Optional.empty();
        return new ScoreCard(
                cases,
                figures,
                score,
                score.filter(any -> cases >= scheme.leastCases()).map(scheme::grade));
    }
}
