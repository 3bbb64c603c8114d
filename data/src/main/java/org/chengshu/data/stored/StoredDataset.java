package org.chengshu.data.stored;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A dataset that the platform keeps. Immutable.
 *
 * @param version grows with each change of the definition
 * @param revision what is read now; empty before the first is promoted
 * @param rows how many that is
 */
public record StoredDataset(
        StoredDefinition definition,
        int version,
        Optional<Integer> revision,
        long rows,
        Optional<Instant> refreshedAt,
        Instant madeAt,
        Instant changedAt) {
    public StoredDataset {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(refreshedAt, "refreshedAt");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(changedAt, "changedAt");
    }

    public String id() {
        return definition.id();
    }
}
