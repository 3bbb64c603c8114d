package org.chengshu.data.library.decision;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody decided, kept over all rebuilds until it is taken back.
 *
 * @param kind {@code together}, {@code apart}, or {@code allow}: a key value may join more rows than a record usually has
 * @param shown the records or the key value as people know them
 */
public record Decision(
        long id,
        String kind,
        String shown,
        String note,
        String who,
        Instant at,
        Optional<Instant> revokedAt,
        Optional<String> revokedBy) {}
