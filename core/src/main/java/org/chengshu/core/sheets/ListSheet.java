package org.chengshu.core.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.chengshu.kernel.Text;

/**
 * How a list is written as a table, declared beside the route that answers the list: its title, and for each column a head
 * and what it takes from an item. A value may be a {@code String}, {@link Text}, number, boolean, {@code Instant},
 * {@code LocalDate}, an enum, a collection of these, or an Optional of any; others are written as they print themselves.
 * Immutable.
 *
 * @param path the route's pattern, such as {@code /api/alarm/v1/alarms}
 */
public record ListSheet<T>(Class<T> type, String path, Text title, List<Column<T>> columns) {
    public ListSheet {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(title, "title");
        columns = List.copyOf(columns);
    }

    /** One column. */
    public record Column<T>(Text head, Function<? super T, ?> value) {}

    public static <T> ListSheet<T> of(Class<T> type, String path, String zh, String en) {
        return new ListSheet<>(type, path, Text.of(zh, en), List.of());
    }

    /** The same with one more column at the right. */
    public ListSheet<T> with(String zh, String en, Function<? super T, ?> value) {
        List<Column<T>> more = new ArrayList<>(columns);
        more.add(new Column<>(Text.of(zh, en), value));
        return new ListSheet<>(type, path, title, more);
    }

    /** The values of one item of the list, in the order of the columns. */
    public List<Object> row(Object item) {
        T typed = type.cast(item);
        List<Object> row = new ArrayList<>(columns.size());
        for (Column<T> column : columns) {
            row.add(column.value().apply(typed));
        }
        return row;
    }
}
