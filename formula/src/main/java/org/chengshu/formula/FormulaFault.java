package org.chengshu.formula;

import java.util.List;
import java.util.stream.Collectors;

/** A formula that cannot be compiled. It carries all problems that were found, in the order of the source. */
public final class FormulaFault extends RuntimeException {
    private final transient List<Problem> problems;

    public FormulaFault(String source, List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("; ", "formula '" + Sources.brief(source) + "': ", "")));
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }
}
