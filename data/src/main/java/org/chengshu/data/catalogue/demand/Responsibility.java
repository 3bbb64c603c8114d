package org.chengshu.data.catalogue.demand;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who must provide what by when (责任清单): of an accepted demand, or laid down by the bureau. Fulfilled by publishing its
 * entry, in a version later than the one that was not enough. Immutable.
 */
record Responsibility(
        long id,
        String organisation,
        String organisationPath,
        String areaPath,
        String title,
        List<String> fields,
        Optional<Long> demand,
        Optional<String> entry,
        int beyondVersion,
        LocalDate due,
        String state,
        Optional<String> note,
        String madeByName,
        Instant madeAt,
        Optional<Instant> settledAt,
        long etag) {
    static final String OPEN = "open";
    static final String FULFILLED = "fulfilled";
    static final String CANCELLED = "cancelled";

    Responsibility {
        fields = List.copyOf(fields);
    }
}
