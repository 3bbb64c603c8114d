package org.chengshu.data.tag;

import java.util.List;
import java.util.Optional;
import org.chengshu.data.Condition;
import org.chengshu.kernel.Text;

/**
 * A business tag: rows of a dataset that a rule holds for, such as firms that are large and young.
 *
 * @param key the field whose value tells rows apart
 * @param where what a row must fulfil, all of it
 * @param formula in CEL over the row's fields; a row of which a field that it needs is empty has not the tag
 * @param every how often it is worked out beside each refresh of the dataset
 */
record Tag(
        String id,
        Text title,
        Optional<Text> meaning,
        Optional<String> group,
        String dataset,
        String key,
        List<Condition> where,
        Optional<String> formula,
        Every every,
        Optional<String> pack,
        int version) {
    Tag {
        where = List.copyOf(where);
    }

    enum Every {
        REFRESH,
        HOUR,
        DAY
    }
}
