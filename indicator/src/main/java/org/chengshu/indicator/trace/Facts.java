package org.chengshu.indicator.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.Condition;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.Datasets;
import org.chengshu.data.Operator;
import org.chengshu.data.Rows;
import org.chengshu.indicator.Indicators;
import org.chengshu.indicator.compute.AreaPaths;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.model.Source;
import org.springframework.stereotype.Component;

/** Asks datasets for what a value rests on, in the viewer's part of the city. */
@Component
class Facts {
    private final Datasets datasets;
    private final CitySettings settings;

    Facts(Datasets datasets, CitySettings settings) {
        this.datasets = datasets;
        this.settings = settings;
    }

    Optional<Dataset> dataset(Definition definition) {
        return datasets.find(definition.source().dataset());
    }

    static String time(Definition definition, Dataset dataset) {
        return definition.source() instanceof Source.Rows rows
                ? rows.time().orElse(dataset.timeField())
                : dataset.timeField();
    }

    /** The conditions under which rows count for a value of the period with this key. */
    List<Condition> behind(Definition definition, Dataset dataset, Instant start, String key, String areaPath) {
        Instant end = definition.grain().next(start, settings.zone());
        List<Condition> conditions = new ArrayList<>(definition.source().where());
        conditions.addAll(Condition.within(time(definition, dataset), start, end));
        int colon = key.indexOf(':');
        String dimension = colon < 0 ? Definition.AREA : key.substring(0, colon);
        if (!dimension.equals(Definition.AREA)) {
            conditions.add(Condition.eq(dimension, key.substring(colon + 1)));
        } else if (!areaPath.equals(AreaPaths.CITY)) {
            dataset.areaPathField()
                    .ifPresent(field -> conditions.add(Condition.of(field, Operator.STARTS_WITH, areaPath)));
        }
        return conditions;
    }

    // Who may see indicators may see which things stand behind them; each thing's own module still decides on showing
    // it.
    Rows ask(DatasetQuery query, Viewer viewer) {
        Viewer reader = new Viewer(
                viewer.accountId(),
                viewer.name(),
                viewer.displayName(),
                Map.of(
                        Datasets.READ,
                        viewer.scope(Indicators.READ),
                        Datasets.READ_SENSITIVE,
                        viewer.scope(Datasets.READ_SENSITIVE)),
                viewer.organisationPath());
        return datasets.query(query, reader);
    }
}
