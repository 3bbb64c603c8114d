package org.chengshu.sense.ledger;

import java.time.Instant;
import java.util.Optional;
import org.chengshu.kernel.Text;

/** A kept rejection as people see it. */
record RejectionItem(
        Instant at,
        String door,
        String reason,
        Text title,
        String place,
        Optional<String> property,
        Optional<Instant> time,
        String detail,
        int lost) {}
