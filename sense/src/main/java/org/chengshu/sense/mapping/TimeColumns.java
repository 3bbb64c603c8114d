package org.chengshu.sense.mapping;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Where a row's time stands: in one column, or in columns of year, month, day and so on. Without a zone the city's. */
public record TimeColumns(List<String> columns, Optional<DateTimeFormatter> pattern, Optional<ZoneId> zone) {
    public TimeColumns {
        columns = List.copyOf(columns);
    }
}
