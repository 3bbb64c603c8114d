package org.chengshu.bench.data;

import java.util.List;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.yard.Server;

/** One part of the bench of the city's data, by the name that {@code --only} takes. */
interface DataPart {
    String name();

    /** Measures on a fresh node of its own. */
    List<Figure> run(BenchOptions options, NodeProcess node, Server server) throws Exception;
}
