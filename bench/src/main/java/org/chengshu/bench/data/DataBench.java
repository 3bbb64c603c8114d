package org.chengshu.bench.data;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.Suite;
import org.chengshu.bench.Workplace;

/** Gathering, finding and judging the city's data. */
public final class DataBench implements Suite {
    private static final List<DataPart> PARTS = List.of(new LoadPart(), new CataloguePart(), new QualityPart());

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
                figures.addAll(part.run(options, place));
            }
        }
        return figures;
    }
}
