package org.chengshu.indicator.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.indicator.FormerValue;
import org.chengshu.indicator.IndicatorError;
import org.chengshu.indicator.IndicatorValue;
import org.chengshu.indicator.IndicatorView;
import org.chengshu.indicator.Indicators;
import org.chengshu.indicator.Target;
import org.chengshu.indicator.ValueFilter;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.model.Source;
import org.chengshu.indicator.store.Catalogue;
import org.chengshu.indicator.store.Declared;
import org.chengshu.indicator.store.ValueReader;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

@Component
class PostgresIndicators implements Indicators {
    private static final int HISTORY = 30;

    private final Catalogue catalogue;
    private final ValueReader values;
    private final JobKind<ComputeJob.Order> computing;
    private final Jobs jobs;

    PostgresIndicators(Catalogue catalogue, ValueReader values, JobKind<ComputeJob.Order> computing, Jobs jobs) {
        this.catalogue = catalogue;
        this.values = values;
        this.computing = computing;
        this.jobs = jobs;
    }

    @Override
    public List<IndicatorView> list(Viewer viewer) {
        viewer.require(READ);
        return catalogue.list().stream()
                .filter(declared -> declared.readableBy(viewer))
                .map(declared -> view(declared, viewer))
                .toList();
    }

    @Override
    public IndicatorView get(String id, Viewer viewer) {
        return view(allowed(id, viewer), viewer);
    }

    @Override
    public CursorPage<IndicatorValue> values(ValueFilter filter, Cursor cursor, Viewer viewer) {
        Declared declared = allowed(filter.indicator(), viewer);
        return values.page(
                filter, cursor, declared.scope(viewer), declared.definition().target());
    }

    @Override
    public List<FormerValue> former(String id, Instant time, String key, Viewer viewer) {
        return values.former(id, time, key, allowed(id, viewer).scope(viewer));
    }

    @Override
    public JobView compute(String id, Optional<Instant> from, Optional<Instant> to, Viewer viewer) {
        viewer.require(COMPUTE);
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new Fault(IndicatorError.PERIOD_FAULTY, "the range must end after it starts");
        }
        Declared declared = catalogue.get(id);
        Text title = declared.definition().title();
        return jobs.queue(JobOrder.of(
                computing,
                Text.of("计算指标：" + title.zh(), "Compute indicator: " + title.en()),
                new ComputeJob.Order(id, from, to),
                viewer));
    }

    private Declared allowed(String id, Viewer viewer) {
        viewer.require(READ);
        Declared declared = catalogue.get(id);
        if (!declared.readableBy(viewer)) {
            throw new Fault(IndicatorError.INDICATOR_SENSITIVE, "indicator " + id + " needs " + READ_SENSITIVE);
        }
        return declared;
    }

    private IndicatorView view(Declared declared, Viewer viewer) {
        Definition definition = declared.definition();
        List<IndicatorValue> newest = values.leadingKey(definition.id(), declared.scope(viewer))
                .map(key -> values.newest(definition.id(), key, HISTORY, declared.scope(viewer), definition.target()))
                .orElseGet(List::of);
        return new IndicatorView(
                definition.id(),
                definition.title(),
                definition.description(),
                definition.theme(),
                definition.unit(),
                definition.decimals(),
                definition.grain(),
                definition.dimensions(),
                definition.target().map(Target::value),
                definition.target().map(Target::better),
                definition.source() instanceof Source.Series ? "series" : "measure",
                definition.source().dataset(),
                declared.sensitivity(),
                newest.stream().findFirst(),
                newest.reversed().stream()
                        .map(value -> new IndicatorView.Point(
                                value.grainStart(), value.value().orElseThrow()))
                        .toList(),
                declared.json());
    }
}
