package org.chengshu.cases.mailing;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Somebody who gets letters about an area, or the whole city; the address is sealed. */
record Subscriber(
        UUID id,
        String sealed,
        Optional<String> area,
        Locale language,
        Instant askedAt,
        int letters,
        Optional<Instant> confirmedAt,
        Optional<Instant> toldUntil) {}
