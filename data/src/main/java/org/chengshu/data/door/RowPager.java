package org.chengshu.data.door;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.spi.FactField;
import org.chengshu.data.Condition;
import org.chengshu.data.DataError;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.Datasets;
import org.chengshu.data.Operator;
import org.chengshu.data.Order;
import org.chengshu.kernel.Fault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Pages through rows that have no id: by time, and among rows of one time by how many of them were shown. Rows are ordered
 * by everything shown, so two rows that could change places are equal.
 */
@Component
final class RowPager {
    // Rows without a time come last.
    private static final Instant NEVER = Instant.MIN;

    private final Datasets datasets;
    private final CitySettings settings;

    RowPager(@Qualifier("jooqDatasets") Datasets datasets, CitySettings settings) {
        this.datasets = datasets;
        this.settings = settings;
    }

    RowsPage page(Dataset dataset, RowsAsked asked, Cursor cursor, Viewer viewer) {
        List<String> shown = shown(dataset, asked, viewer);
        List<String> read = withTime(shown, dataset.timeField());
        int skip = skip(cursor);
        DatasetQuery query = DatasetQuery.fields(dataset.id(), read)
                .where(asked.conditions())
                .orderBy(order(dataset, read));
        List<List<Object>> rows = after(dataset, cursor, query, skip + cursor.limit() + 1, viewer);
        List<Placed> placed = placed(rows, read.indexOf(dataset.timeField()), cursor);
        List<Placed> rest = placed.subList(Math.min(skip, placed.size()), placed.size());
        CursorPage<Placed> page =
                Keyset.page(cursor, rest, row -> new Cursor.Key(row.time(), Integer.toString(row.seen())));
        return new RowsPage(
                shown,
                page.items().stream().map(row -> byName(shown, row.values())).toList(),
                page.next());
    }

    CsvExport export(Dataset dataset, RowsAsked asked, Viewer viewer) {
        List<String> shown = shown(dataset, asked, viewer);
        List<String> read = withTime(shown, dataset.timeField());
        DatasetQuery query = DatasetQuery.fields(dataset.id(), read)
                .where(asked.conditions())
                .orderBy(Order.down(dataset.timeField()))
                .limit(DatasetQuery.EVERY_ROW);
        datasets.check(query, viewer);
        return new CsvExport(shown, out -> {
            datasets.each(query.where(hasTime(dataset, true)), viewer, out);
            datasets.each(query.where(hasTime(dataset, false)), viewer, out);
        });
    }

    private static List<String> shown(Dataset dataset, RowsAsked asked, Viewer viewer) {
        if (!asked.fields().isEmpty()) {
            return asked.fields();
        }
        return dataset.fields().stream()
                .filter(field -> DatasetView.Field.of(field, viewer).readable())
                .map(FactField::name)
                .toList();
    }

    private static List<String> withTime(List<String> shown, String time) {
        if (shown.contains(time)) {
            return shown;
        }
        List<String> read = new ArrayList<>(shown);
        read.add(time);
        return read;
    }

    private static Order[] order(Dataset dataset, List<String> read) {
        List<Order> order = new ArrayList<>();
        order.add(Order.down(dataset.timeField()));
        read.stream()
                .filter(name -> !name.equals(dataset.timeField()))
                .map(Order::up)
                .forEach(order::add);
        return order.toArray(Order[]::new);
    }

    private List<List<Object>> after(Dataset dataset, Cursor cursor, DatasetQuery query, int number, Viewer viewer) {
        Optional<Instant> time = cursor.after().map(Cursor.Key::time);
        List<List<Object>> rows = new ArrayList<>();
        if (time.filter(NEVER::equals).isEmpty()) {
            Condition timed = time.map(until -> Condition.of(dataset.timeField(), Operator.LE, until))
                    .orElseGet(() -> hasTime(dataset, true));
            rows.addAll(datasets.query(query.where(timed).limit(number), viewer).rows());
        }
        if (rows.size() < number) {
            DatasetQuery timeless = query.where(hasTime(dataset, false)).limit(number - rows.size());
            rows.addAll(datasets.query(timeless, viewer).rows());
        }
        return rows;
    }

    private static Condition hasTime(Dataset dataset, boolean has) {
        return Condition.of(dataset.timeField(), Operator.IS_NULL, !has);
    }

    private static int skip(Cursor cursor) {
        try {
            return cursor.after().map(key -> Integer.parseUnsignedInt(key.id())).orElse(0);
        } catch (NumberFormatException e) {
            throw new Fault(DataError.QUERY_FAULTY, "the cursor belongs to another list", e);
        }
    }

    private List<Placed> placed(List<List<Object>> rows, int column, Cursor cursor) {
        List<Placed> placed = new ArrayList<>(rows.size());
        Optional<Instant> former = cursor.after().map(Cursor.Key::time);
        int seen = 0;
        for (List<Object> row : rows) {
            Instant time = instant(Optional.ofNullable(row.get(column)));
            seen = former.filter(time::equals).isPresent() ? seen + 1 : 1;
            former = Optional.of(time);
            placed.add(new Placed(time, seen, row));
        }
        return placed;
    }

    private Instant instant(Optional<Object> time) {
        return time.map(at -> at instanceof LocalDate day
                        ? day.atStartOfDay(settings.zone()).toInstant()
                        : (Instant) at)
                .orElse(NEVER);
    }

    private static Map<String, Object> byName(List<String> names, List<Object> values) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), values.get(i));
        }
        return row;
    }

    private record Placed(Instant time, int seen, List<Object> values) {}
}
