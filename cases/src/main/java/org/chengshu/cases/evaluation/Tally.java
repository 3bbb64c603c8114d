package org.chengshu.cases.evaluation;

import java.util.EnumMap;
import java.util.Optional;

/** How often something could have been and was; whole numbers, so that the order of adding does not matter. */
record Tally(long n, long sum) {
    static final Tally NONE = new Tally(0, 0);

    Tally plus(CaseMark mark) {
        return new Tally(n + mark.n(), sum + mark.value());
    }

    /** Nothing to be told when nothing could have been. */
    Optional<Double> value(Measure measure) {
        return n == 0 && sum == 0 ? Optional.empty() : Optional.of(measure.value(n, sum));
    }

    static void add(EnumMap<Measure, Tally> tallies, CaseMark mark) {
        tallies.merge(mark.measure(), NONE.plus(mark), (old, fresh) -> old.plus(mark));
    }
}
