package org.chengshu.data.load;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A row that a load could not store, as it was delivered. Immutable.
 *
 * @param row its number among the rows of the delivery, from 1
 * @param line where it stands in the delivery
 * @param settledBy the load that took it up again
 */
public record RefusedRow(
        long row, long line, List<Optional<String>> cells, List<CellFault> faults, Optional<UUID> settledBy) {
    public RefusedRow {
        cells = List.copyOf(cells);
        faults = List.copyOf(faults);
        Objects.requireNonNull(settledBy, "settledBy");
    }
}
