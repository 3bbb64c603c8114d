package org.chengshu.data.catalogue.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.Condition;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.Datasets;
import org.chengshu.data.Grain;
import org.chengshu.data.GroupKey;
import org.chengshu.data.Operator;
import org.chengshu.data.catalogue.UpdateCycle;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Tells from the times of a dataset's rows how often it is renewed: the shortest grain of which most periods have rows. */
@Component
class CycleGuess {
    private record Window(Grain grain, Duration length, int periods, UpdateCycle cycle) {}

    private static final List<Window> WINDOWS = List.of(
            new Window(Grain.HOUR, Duration.ofHours(24), 18, UpdateCycle.HOURLY),
            new Window(Grain.DAY, Duration.ofDays(14), 10, UpdateCycle.DAILY),
            new Window(Grain.WEEK, Duration.ofDays(56), 6, UpdateCycle.WEEKLY),
            new Window(Grain.MONTH, Duration.ofDays(366), 9, UpdateCycle.MONTHLY));

    private final Datasets datasets;
    private final Clock clock;

    CycleGuess(@Qualifier("jooqDatasets") Datasets datasets, Clock clock) {
        this.datasets = datasets;
        this.clock = clock;
    }

    UpdateCycle of(Dataset dataset) {
        FactField time = dataset.field(dataset.timeField());
        for (Window window : WINDOWS) {
            boolean tooFine = time.type() == FieldType.DATE && window.grain() == Grain.HOUR;
            if (!tooFine && periods(dataset, window) >= window.periods()) {
                return window.cycle();
            }
        }
        return UpdateCycle.IRREGULAR;
    }

    private int periods(Dataset dataset, Window window) {
        Instant from = clock.instant().minus(window.length());
        DatasetQuery query = DatasetQuery.groups(
                        dataset.id(), List.of(new GroupKey.ByTime(dataset.timeField(), window.grain())), List.of())
                .where(Condition.of(dataset.timeField(), Operator.GE, from))
                .where(Condition.of(dataset.timeField(), Operator.LE, clock.instant()));
        return datasets.query(query, Viewer.system()).size();
    }
}
