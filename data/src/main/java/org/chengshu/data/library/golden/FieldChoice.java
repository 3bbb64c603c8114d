package org.chengshu.data.library.golden;

import java.util.List;

/**
 * How one field of a golden record is chosen: by the first criterion, of equals by the next, in the end by the lowest row.
 *
 * @param follows place of the field whose row gives this value too, -1 when chosen by itself: an amount and its currency
 */
public record FieldChoice(List<Criterion> criteria, int follows) {
    public static final int BY_ITSELF = -1;

    public FieldChoice {
        criteria = List.copyOf(criteria);
    }
}
