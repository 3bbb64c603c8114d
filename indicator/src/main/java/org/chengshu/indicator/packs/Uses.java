package org.chengshu.indicator.packs;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chengshu.core.spi.FactField;
import org.chengshu.data.Condition;
import org.chengshu.data.Datasets;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.model.Input;
import org.chengshu.indicator.model.Source;

/** Which fields of its dataset an indicator uses, and how sensitive that makes it. */
final class Uses {
    /** The field that names the series in a dataset of hourly facts. */
    static final String PROPERTY = "property";

    private Uses() {}

    static int sensitivity(Definition definition, Datasets datasets) {
        Set<String> used = fields(definition);
        return datasets.find(definition.source().dataset()).stream()
                .flatMap(dataset -> dataset.fields().stream())
                .filter(field -> used.contains(field.name()))
                .mapToInt(FactField::sensitivity)
                .max()
                .orElse(1);
    }

    private static Set<String> fields(Definition definition) {
        Set<String> used = new LinkedHashSet<>(definition.fieldDimensions());
        definition.source().where().stream().map(Condition::field).forEach(used::add);
        switch (definition.source()) {
            case Source.Rows rows -> {
                Stream.of(rows.time(), rows.field()).flatMap(Optional::stream).forEach(used::add);
                rows.share().stream().map(Condition::field).forEach(used::add);
            }
            case Source.Series series -> {
                used.add(series.subject());
                used.add(PROPERTY);
                series.inputs().stream().map(Input::stat).forEach(used::add);
            }
        }
        return used;
    }
}
