package org.chengshu.data.catalogue.demand;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a department needs from others (需求清单). Immutable.
 *
 * @param purpose for which of its duties
 * @param basis the legal ground of its asking
 * @param fields titles or names of the information items wanted
 * @param entry what is to serve it, once accepted
 */
record Demand(
        long id,
        String organisation,
        String organisationPath,
        String areaPath,
        String title,
        String purpose,
        String basis,
        Optional<String> classCode,
        List<String> fields,
        Optional<String> cycle,
        Optional<LocalDate> neededBy,
        String state,
        UUID raisedBy,
        String raisedByName,
        Instant raisedAt,
        Optional<String> entry,
        Optional<String> provider,
        Optional<String> providerPath,
        Optional<String> reason,
        Optional<String> decidedByName,
        Optional<Instant> decidedAt,
        long etag) {
    static final String RAISED = "raised";
    static final String ACCEPTED = "accepted";
    static final String DECLINED = "declined";
    static final String WITHDRAWN = "withdrawn";
    static final String FULFILLED = "fulfilled";

    Demand {
        fields = List.copyOf(fields);
    }
}
