package org.chengshu.core.spi;

import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * A view by which a module publishes what it knows.
 *
 * @param id stable, such as {@code "sense.readings-hourly"}
 * @param view with its schema, such as {@code "facts.sense_reading_hour"}
 * @param owner the module that publishes it
 * @param timeField the column that places a row in time
 * @param areaPathField the column that places a row in the area tree; without it only whole-city viewers see the rows
 */
public record Fact(
        String id,
        Text title,
        String view,
        String owner,
        String timeField,
        Optional<String> areaPathField,
        List<FactField> fields) {
    public Fact {
        fields = List.copyOf(fields);
    }
}
