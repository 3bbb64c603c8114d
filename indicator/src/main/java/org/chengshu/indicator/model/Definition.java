package org.chengshu.indicator.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.data.Grain;
import org.chengshu.indicator.Target;
import org.chengshu.kernel.Text;

/** An indicator as its pack declares it. */
public record Definition(
        String id,
        Text title,
        Optional<Text> description,
        Optional<String> theme,
        String unit,
        int decimals,
        Grain grain,
        List<String> dimensions,
        Optional<Target> target,
        Optional<Integer> sensitivity,
        Source source) {
    /** The dimension of the area tree; any other is a field. */
    public static final String AREA = "area";

    public Definition {
        Objects.requireNonNull(id, "id");
        dimensions = List.copyOf(dimensions);
    }

    public boolean hasAreas() {
        return dimensions.contains(AREA);
    }

    /** Whether there is a value for the whole city. */
    public boolean hasCity() {
        return hasAreas() || dimensions.isEmpty();
    }

    /** The dimensions that are fields of the dataset. */
    public List<String> fieldDimensions() {
        return dimensions.stream().filter(name -> !name.equals(AREA)).toList();
    }
}
