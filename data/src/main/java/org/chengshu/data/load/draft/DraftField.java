package org.chengshu.data.load.draft;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.spi.FieldType;
import org.chengshu.kernel.Text;

/**
 * A field as it is proposed for a column, from what was seen of it. Immutable.
 *
 * @param format how its days and times are written, when not year first
 * @param standard a function that its values should pass first, where words stand for no value
 * @param filled how many of the sampled rows have a value
 * @param failing how many of these are not of the type
 * @param failures the first of those, as delivered
 * @param examples the first different values, as delivered
 */
public record DraftField(
        String column,
        String name,
        Text title,
        FieldType type,
        Optional<String> format,
        Optional<String> standard,
        int sensitivity,
        long filled,
        long failing,
        List<String> failures,
        List<String> examples) {
    public DraftField {
        failures = List.copyOf(failures);
        examples = List.copyOf(examples);
    }
}
