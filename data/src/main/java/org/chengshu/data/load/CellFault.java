package org.chengshu.data.load;

import java.util.Objects;
import org.chengshu.kernel.Text;

/** Why a cell could not be stored; {@code field} is empty when it is about the row as such. Immutable. */
public record CellFault(String field, Text reason) {
    public CellFault {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(reason, "reason");
    }
}
