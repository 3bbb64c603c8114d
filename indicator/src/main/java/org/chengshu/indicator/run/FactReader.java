package org.chengshu.indicator.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.Aggregate;
import org.chengshu.data.Condition;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.Datasets;
import org.chengshu.data.GroupKey;
import org.chengshu.data.Measure;
import org.chengshu.data.Operator;
import org.chengshu.data.Order;
import org.chengshu.data.Row;
import org.chengshu.indicator.compute.AreaPaths;
import org.chengshu.indicator.compute.HourGrid;
import org.chengshu.indicator.compute.Hours;
import org.chengshu.indicator.compute.Partial;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.model.Input;
import org.chengshu.indicator.model.Source;
import org.springframework.stereotype.Component;

/** Reads the facts that an indicator is computed from, in the platform's own name. */
@Component
class FactReader {
    private static final String PROPERTY = "property";
    private static final long SECONDS_OF_HOUR = 3_600;

    private final Datasets datasets;
    private final CitySettings settings;

    FactReader(Datasets datasets, CitySettings settings) {
        this.datasets = datasets;
        this.settings = settings;
    }

    /** The hourly facts from as far before the range as the widest window reaches. */
    HourGrid grid(Source.Series source, Instant from, Instant to) {
        Dataset dataset = datasets.get(source.dataset());
        Instant start = from.minusSeconds(SECONDS_OF_HOUR * source.lookBack());
        HourGrid grid = new HourGrid(Hours.between(start, to, settings.zone()));
        List<String> stats =
                source.inputs().stream().map(Input::stat).distinct().toList();
        List<String> fields = new ArrayList<>(List.of(source.subject(), PROPERTY, dataset.timeField()));
        fields.addAll(stats);
        dataset.areaPathField().ifPresent(fields::add);
        int area = dataset.areaPathField().isPresent() ? fields.size() - 1 : -1;
        DatasetQuery query = DatasetQuery.fields(dataset.id(), fields)
                .where(conditions(source))
                .where(Condition.within(dataset.timeField(), start, to))
                .limit(DatasetQuery.EVERY_ROW);
        datasets.each(query, Viewer.system(), row -> put(grid, row, stats, area));
        return grid;
    }

    /** Aggregates by period, area and, if named, a field's value. */
    List<Group> groups(Definition definition, Source.Rows source, Optional<String> field, Instant from, Instant to) {
        Dataset dataset = datasets.get(source.dataset());
        String time = source.time().orElse(dataset.timeField());
        List<GroupKey> keys = new ArrayList<>(List.of(new GroupKey.ByTime(time, definition.grain())));
        boolean areas = dataset.areaPathField().isPresent() && (definition.hasAreas() || field.isPresent());
        if (areas) {
            keys.add(new GroupKey.ByField(dataset.areaPathField().get()));
        }
        field.ifPresent(name -> keys.add(new GroupKey.ByField(name)));
        List<Measure> measures = measures(source);
        List<Group> groups = new ArrayList<>();
        DatasetQuery query = DatasetQuery.groups(dataset.id(), keys, measures)
                .where(source.where())
                .where(Condition.within(time, from, to))
                .limit(DatasetQuery.EVERY_ROW);
        datasets.each(
                query,
                Viewer.system(),
                row -> groups.add(new Group(
                        row.instant(0),
                        areas ? place(row.text(1)) : AreaPaths.CITY,
                        field.isPresent() ? row.value(keys.size() - 1).map(Object::toString) : Optional.empty(),
                        partial(row, keys.size(), measures))));
        return groups;
    }

    /** From the first to the last time of the rows that the indicator counts. */
    Optional<Span> span(Definition definition) {
        Source source = definition.source();
        Dataset dataset = datasets.get(source.dataset());
        String time =
                source instanceof Source.Rows rows ? rows.time().orElse(dataset.timeField()) : dataset.timeField();
        List<Condition> where = source instanceof Source.Series series ? conditions(series) : source.where();
        DatasetQuery times = DatasetQuery.fields(dataset.id(), List.of(time))
                .where(where)
                .where(Condition.of(time, Operator.IS_NULL, false))
                .limit(1);
        return first(times.orderBy(Order.up(time)))
                .flatMap(first -> first(times.orderBy(Order.down(time))).map(last -> new Span(first, last)));
    }

    private Optional<Instant> first(DatasetQuery query) {
        return datasets.query(query, Viewer.system()).rows().stream()
                .findFirst()
                .map(row -> instant(row.getFirst()));
    }

    private static void put(HourGrid grid, Row row, List<String> stats, int area) {
        String subject = row.text(0);
        String property = row.text(1);
        long second = row.instant(2).getEpochSecond();
        String place = area < 0 ? AreaPaths.CITY : place(row.text(area));
        for (int i = 0; i < stats.size(); i++) {
            grid.put(subject, place, property + "." + stats.get(i), second, row.number(3 + i));
        }
    }

    private static List<Condition> conditions(Source.Series source) {
        Set<String> properties = new LinkedHashSet<>();
        source.inputs().forEach(input -> properties.add(input.property()));
        List<Condition> conditions = new ArrayList<>(source.where());
        conditions.add(Condition.in(PROPERTY, List.copyOf(properties)));
        return conditions;
    }

    private static List<Measure> measures(Source.Rows source) {
        List<Measure> measures = new ArrayList<>(List.of(Measure.count("m_rows")));
        source.field().ifPresent(field -> {
            measures.add(Measure.of("m_known", Aggregate.COUNT, field));
            measures.add(Measure.of("m_total", Aggregate.SUM, field));
            measures.add(Measure.of("m_least", Aggregate.MIN, field));
            measures.add(Measure.of("m_most", Aggregate.MAX, field));
        });
        if (!source.share().isEmpty()) {
            measures.add(Measure.count("m_part").where(source.share()));
        }
        return measures;
    }

    private static Partial partial(Row row, int at, List<Measure> measures) {
        long rows = (long) row.number(at);
        if (measures.size() > 2) {
            long known = (long) row.number(at + 1);
            return known == 0
                    ? new Partial(rows, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0)
                    : new Partial(rows, known, row.number(at + 2), row.number(at + 3), row.number(at + 4), 0);
        }
        long part = measures.size() > 1 ? (long) row.number(at + 1) : 0;
        return new Partial(rows, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, part);
    }

    private static String place(String areaPath) {
        return areaPath.isEmpty() ? AreaPaths.CITY : areaPath;
    }

    private Instant instant(Object time) {
        return time instanceof LocalDate day ? day.atStartOfDay(settings.zone()).toInstant() : (Instant) time;
    }

    /** Rows of one period, area and value. */
    record Group(Instant start, String areaPath, Optional<String> member, Partial partial) {}

    /** From the first to the last. */
    record Span(Instant first, Instant last) {}
}
