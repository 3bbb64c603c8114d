package org.chengshu.cases.evaluation;

import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * The figures of one area, department or post as they were computed; beside them, when something was granted on appeal, as
 * they are without it.
 */
record EvaluationRow(
        String dimension,
        String key,
        Text name,
        String path,
        int cases,
        Map<String, ScoreCard.Figure> measures,
        Optional<Double> score,
        Optional<String> grade,
        Optional<Map<String, ScoreCard.Figure>> correctedMeasures,
        Optional<Double> correctedScore,
        Optional<String> correctedGrade) {
    Optional<Double> value(Measure measure) {
        return Optional.ofNullable(measures.get(measure.word())).map(ScoreCard.Figure::value);
    }
}
