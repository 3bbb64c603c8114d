package org.chengshu.bench.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.Suite;
import org.chengshu.bench.Workplace;

/** What must not happen to readings and alarms whatever happens to the node, its database, its clock and its disk. */
public final class SenseFaults implements Suite {
    @Override
    public String name() {
        return "sense-faults";
    }

    @Override
    public List<String> parts() {
        return List.of(KillRounds.NAME, DatabasePart.NAME, ClockPart.NAME, DiskPart.NAME);
    }

    @Override
    public List<Figure> run(BenchOptions options, Workplace place) throws Exception {
        List<Figure> figures = new ArrayList<>();
        if (options.wants(KillRounds.NAME)) {
            Path data = place.folder(KillRounds.NAME).resolve("city");
            figures.addAll(KillRounds.of(options).run(data, options.nodeArguments()));
            place.clear(KillRounds.NAME);
        }
        if (options.wants(DatabasePart.NAME)) {
            figures.addAll(new DatabasePart(options).run(place));
        }
        if (options.wants(ClockPart.NAME)) {
            figures.addAll(new ClockPart(options).run(place));
        }
        if (options.wants(DiskPart.NAME)) {
            figures.addAll(new DiskPart(options).run(place));
        }
        return figures;
    }
}
