package org.chengshu.bench.data;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Suite;
import org.chengshu.bench.Workplace;
import org.chengshu.bench.yard.Server;

/** Gathering, finding and judging the city's data. */
public final class DataBench implements Suite {
    private static final List<DataPart> PARTS =
            List.of(new LoadPart(), new CataloguePart(), new QualityPart(), new LibraryPart());

    @Override
    public String name() {
        return "data";
    }

    @Override
    public List<String> parts() {
        return PARTS.stream().map(DataPart::name).toList();
    }

    @Override
    public List<Figure> run(BenchOptions options, Workplace place) throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (DataPart part : PARTS) {
            if (options.wants(part.name())) {
                figures.addAll(run(part, options, place));
            }
        }
        return figures;
    }

    private static List<Figure> run(DataPart part, BenchOptions options, Workplace place) throws Exception {
        List<Figure> figures;
        try (NodeProcess node = NodeProcess.start(
                place.folder(part.name()).resolve("city"), NodeProcess.AS_SHIPPED, options.nodeArguments())) {
            figures = part.run(options, node, Server.of(node.data()));
        }
        place.clear(part.name());
        return figures;
    }
}
