package org.chengshu.core.packs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chengshu.kernel.Text;

/**
 * A pack that has been applied.
 *
 * @param revision the {@link PackRevision} in force
 * @param requires packs and ranges of versions, as {@code air-quality >=1.2 <2}
 * @param neededBy the installed packs that require this one
 * @param contentHash SHA-256 over its files, in hexadecimal
 * @param items how many of each section
 */
public record InstalledPack(
        String id,
        String version,
        int revision,
        Text title,
        Text description,
        List<String> requires,
        List<String> neededBy,
        String contentHash,
        Map<String, Integer> items,
        Instant appliedAt,
        String appliedBy) {
    public InstalledPack {
        requires = List.copyOf(requires);
        neededBy = List.copyOf(neededBy);
        items = Map.copyOf(items);
    }
}
