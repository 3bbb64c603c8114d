package org.chengshu.data.library.door;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * A row of a source as it takes part in a record.
 *
 * @param dataset the dataset it is a row of, with its revision where it has one: {@code raw.x@7}
 * @param row what tells it apart there
 * @param values by field; sensitive ones masked for those without the right
 */
record ShownRow(
        long id,
        String source,
        Text title,
        String dataset,
        Optional<Integer> revision,
        String row,
        Optional<Instant> changedAt,
        Map<String, String> values) {}
