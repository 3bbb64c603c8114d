package org.chengshu.indicator.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.indicator.compute.Computed;
import org.chengshu.indicator.compute.HourGrid;
import org.chengshu.indicator.compute.Partial;
import org.chengshu.indicator.compute.RollUp;
import org.chengshu.indicator.compute.SeriesComputing;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.model.Source;
import org.chengshu.indicator.store.Declared;
import org.springframework.stereotype.Component;

/** From facts to values, for whole periods. */
@Component
class Computing {
    private final FactReader facts;
    private final CitySettings settings;

    Computing(FactReader facts, CitySettings settings) {
        this.facts = facts;
        this.settings = settings;
    }

    /** @param from the start of a period; {@code to} is the end of one */
    List<Computed> compute(Declared declared, Instant from, Instant to) {
        Definition definition = declared.definition();
        List<Instant> starts = definition.grain().starts(from, to, settings.zone());
        return switch (definition.source()) {
            case Source.Series series -> {
                HourGrid grid = facts.grid(series, from, to);
                yield new SeriesComputing(definition, series, declared.program().orElseThrow())
                        .compute(grid, starts, to);
            }
            case Source.Rows rows -> rows(definition, rows, starts, from, to);
        };
    }

    private List<Computed> rows(
            Definition definition, Source.Rows source, List<Instant> starts, Instant from, Instant to) {
        List<Computed> computed = new ArrayList<>();
        if (definition.hasCity()) {
            RollUp rollUp = new RollUp();
            starts.forEach(start -> rollUp.addCity(start, Partial.none()));
            facts.groups(definition, source, Optional.empty(), from, to)
                    .forEach(group -> rollUp.addArea(group.start(), group.areaPath(), group.partial()));
            computed.addAll(rollUp.finish(Definition.AREA, source.aggregate(), source.scale()));
        }
        for (String field : definition.fieldDimensions()) {
            RollUp rollUp = new RollUp();
            facts.groups(definition, source, Optional.of(field), from, to).stream()
                    .filter(group -> group.member().isPresent())
                    .forEach(group ->
                            rollUp.addMember(group.start(), group.member().get(), group.areaPath(), group.partial()));
            computed.addAll(rollUp.finish(field, source.aggregate(), source.scale()));
        }
        return computed;
    }
}
