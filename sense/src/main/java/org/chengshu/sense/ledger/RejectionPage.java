package org.chengshu.sense.ledger;

import java.util.List;
import java.util.Optional;

/** Kept rejections, newest first; {@code kept} of them up to the {@code cap}, {@code values} counts all that were lost. */
record RejectionPage(List<RejectionItem> items, Optional<String> next, int kept, long values, int cap) {
    RejectionPage {
        items = List.copyOf(items);
    }
}
