package org.chengshu.core.packs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chengshu.kernel.Text;

/**
 * A pack that has been applied.
 *
 * @param contentHash SHA-256 over its files, in hexadecimal
 * @param items how many of each section
 */
public record InstalledPack(
        String id,
        String version,
        Text title,
        Text description,
        List<String> requires,
        String contentHash,
        Map<String, Integer> items,
        Instant appliedAt,
        String appliedBy) {
    public InstalledPack {
        requires = List.copyOf(requires);
        items = Map.copyOf(items);
    }
}
