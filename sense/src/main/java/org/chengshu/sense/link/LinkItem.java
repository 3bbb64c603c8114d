package org.chengshu.sense.link;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;

/** One connection as people see it; without an end it is open. */
record LinkItem(
        UUID id,
        String door,
        String address,
        String client,
        String version,
        Instant connectedAt,
        Optional<Instant> disconnectedAt,
        Optional<String> reason,
        Optional<Text> title,
        Optional<String> detail) {}
