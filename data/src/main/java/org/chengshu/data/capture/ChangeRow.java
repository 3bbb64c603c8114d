package org.chengshu.data.capture;

import java.util.Map;
import java.util.Optional;
import org.chengshu.data.feed.Change;

/** One change as a row of a feed. Immutable. */
record ChangeRow(Change change, Map<String, Optional<String>> cells) {
    ChangeRow {
        cells = Map.copyOf(cells);
    }
}
