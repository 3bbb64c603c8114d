package org.chengshu.data.personal;

import java.util.List;
import org.chengshu.kernel.Text;

/**
 * What of a person was found in one place, and what was done with it.
 *
 * @param place stable, such as {@code raw.residents} or {@code refused-rows}
 * @param fields the fields that were emptied
 * @param rows how many rows (or files) held the person
 */
record PersonTrace(String place, Text title, List<String> fields, long rows) {
    PersonTrace {
        fields = List.copyOf(fields);
    }
}
