package org.chengshu.indicator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.data.Grain;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * An indicator as people see it.
 *
 * @param unit as printed, empty for a plain number
 * @param decimals how many to show
 * @param dataset what it is computed from
 * @param newest the newest known value of the widest place the viewer sees
 * @param history that place's latest values, oldest first
 * @param definition as its pack declares it
 */
public record IndicatorView(
        String id,
        Text title,
        Optional<Text> description,
        Optional<String> theme,
        String unit,
        int decimals,
        Grain grain,
        List<String> dimensions,
        Optional<Double> target,
        Optional<Better> better,
        String sort,
        String dataset,
        int sensitivity,
        Optional<IndicatorValue> newest,
        List<Point> history,
        JsonNode definition) {
    public IndicatorView {
        dimensions = List.copyOf(dimensions);
        history = List.copyOf(history);
    }

    /** One value on the sparkline. */
    public record Point(Instant time, double value) {}
}
