package org.chengshu.bench.data;

import java.util.List;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.Workplace;

/** One part of the bench of the city's data, by the name that {@code --only} takes. */
interface DataPart {
    String name();

    /** Starts what it needs in folders of the workplace, measures, and leaves nothing running. */
    List<Figure> run(BenchOptions options, Workplace place) throws Exception;
}
