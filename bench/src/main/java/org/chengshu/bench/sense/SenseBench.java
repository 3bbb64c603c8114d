package org.chengshu.bench.sense;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.Suite;
import org.chengshu.bench.Workplace;

/** Taking readings in, keeping them, judging them. */
public final class SenseBench implements Suite {
    private static final String INTAKE = "intake";
    private static final String SINGLES = "singles";

    @Override
    public String name() {
        return "sense";
    }

    @Override
    public List<String> parts() {
        return List.of(INTAKE, SINGLES, ImportPart.NAME, AlarmPart.NAME, ReadPart.NAME, CrowdPart.NAME, RulePart.NAME);
    }

    @Override
    public List<Figure> run(BenchOptions options, Workplace place) throws Exception {
        List<Figure> figures = new ArrayList<>();
        if (options.wants(INTAKE)) {
            figures.addAll(new IntakePart(INTAKE, 6, options).run(place));
        }
        if (options.wants(SINGLES)) {
            figures.addAll(new IntakePart(SINGLES, 1, options).run(place));
        }
        if (options.wants(ImportPart.NAME)) {
            figures.addAll(new ImportPart(options).run(place));
        }
        if (options.wants(AlarmPart.NAME)) {
            figures.addAll(new AlarmPart(options).run(place));
        }
        if (options.wants(ReadPart.NAME)) {
            figures.addAll(new ReadPart(options).run(place));
        }
        if (options.wants(CrowdPart.NAME)) {
            figures.addAll(new CrowdPart(options).run(place));
        }
        if (options.wants(RulePart.NAME)) {
            figures.addAll(new RulePart(options).run(place));
        }
        return figures;
    }
}
