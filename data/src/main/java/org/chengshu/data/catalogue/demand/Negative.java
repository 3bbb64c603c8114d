package org.chengshu.data.catalogue.demand;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.data.catalogue.Sharing;

/**
 * What must not be shared (负面清单), with its legal basis. Once another person has confirmed it, entries with a blocked type
 * of sharing are not published. Immutable.
 *
 * @param entry the entry it is about; without one every entry of the organisation whose title is this title
 * @param fields names or titles of the fields it is about; none means the whole
 * @param blocks the types of sharing that it forbids
 */
record Negative(
        long id,
        String organisation,
        String organisationPath,
        String areaPath,
        String title,
        Optional<String> entry,
        List<String> fields,
        String basis,
        List<Sharing> blocks,
        String state,
        UUID madeBy,
        String madeByName,
        Instant madeAt,
        Optional<String> decidedByName,
        Optional<Instant> decidedAt,
        Optional<String> reason,
        long etag) {
    static final String PROPOSED = "proposed";
    static final String CONFIRMED = "confirmed";
    static final String REFUSED = "refused";
    static final String LIFTED = "lifted";

    Negative {
        fields = List.copyOf(fields);
        blocks = List.copyOf(blocks);
    }
}
