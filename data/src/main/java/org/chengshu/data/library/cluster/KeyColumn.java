package org.chengshu.data.library.cluster;

import java.util.Set;

/**
 * The values of one exact key, one per row as a hash, 0 where a row has none. Rows of one value are one thing.
 *
 * @param identity whether one thing has only one value of it, so that rows with different ones are different things
 * @param allowed values that people let join more rows than a record may have
 */
public record KeyColumn(long[] hashes, boolean identity, Set<Long> allowed) {
    public KeyColumn {
        allowed = Set.copyOf(allowed);
    }
}
