package org.chengshu.core.packs.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengshu.core.packs.PackUse;
import org.chengshu.core.packs.PackUseSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks everybody who may know of a use. */
@Component
class Uses {
    private final ObjectProvider<PackUseSource> sources;

    Uses(ObjectProvider<PackUseSource> sources) {
        this.sources = sources;
    }

    /** By item. */
    Map<String, List<PackUse>> of(String packId, String section, Set<String> ids) {
        Map<String, List<PackUse>> byItem = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            sources.orderedStream()
                    .flatMap(source -> source.uses(packId, section, ids).stream())
                    .forEach(use -> byItem.computeIfAbsent(use.item(), any -> new ArrayList<>())
                            .add(use));
        }
        return byItem;
    }
}
