package org.chengshu.data.theme.model;

import java.util.Map;
import java.util.Objects;
import org.chengshu.data.Grain;

/**
 * That a theme is computed anew only for the periods in which something changed: a row of a period is made of rows of the
 * same period alone.
 *
 * @param field of the theme that places a row in a period
 * @param inputs by dataset, the field that places its rows in periods
 * @param lookBack how many periods before the last run are computed again where nothing tells which rows are new
 */
public record ByPeriod(String field, Grain grain, Map<String, String> inputs, int lookBack) {
    public ByPeriod {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(grain, "grain");
        inputs = Map.copyOf(inputs);
    }
}
