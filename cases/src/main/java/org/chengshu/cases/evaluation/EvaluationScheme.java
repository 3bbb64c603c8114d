package org.chengshu.cases.evaluation;

import java.util.List;
import java.util.Map;
import org.chengshu.kernel.Text;

/**
 * How handling is judged: the weighted measures, from which score on each grade begins, and from how many cases on a grade is
 * given at all. What is below the lowest is E.
 *
 * @param grades A to D with the score from which on they are given
 */
record EvaluationScheme(String id, Text title, List<SchemePart> parts, Map<String, Double> grades, int leastCases) {
    static final String LAST = "E";

    EvaluationScheme {
        parts = List.copyOf(parts);
        grades = Map.copyOf(grades);
    }

    String grade(double score) {
        return grades.entrySet().stream()
                .filter(grade -> score >= grade.getValue())
                .map(Map.Entry::getKey)
                .min(String::compareTo)
                .orElse(LAST);
    }
}
