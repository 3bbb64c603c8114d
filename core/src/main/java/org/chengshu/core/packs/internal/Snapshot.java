package org.chengshu.core.packs.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.core.packs.InstalledPack;
import org.chengshu.core.packs.internal.PackStore.InstalledItem;

/** All that is installed, as one check sees it. */
record Snapshot(List<InstalledPack> packs, List<InstalledItem> items) {
    static Snapshot of(PackStore store) {
        return new Snapshot(store.list(), store.items());
    }

    Optional<InstalledPack> find(String pack) {
        return packs.stream().filter(one -> one.id().equals(pack)).findFirst();
    }

    Set<String> ids() {
        return packs.stream().map(InstalledPack::id).collect(Collectors.toSet());
    }

    List<InstalledItem> itemsOf(String pack) {
        return items.stream().filter(item -> item.pack().equals(pack)).toList();
    }

    List<InstalledItem> itemsOfOthers(String pack) {
        return items.stream().filter(item -> !item.pack().equals(pack)).toList();
    }

    Map<ItemKey, InstalledItem> byKey(String pack) {
        return itemsOf(pack).stream().collect(Collectors.toMap(ItemKey::of, item -> item));
    }

    /** Stands for what is installed and for the files that would come; see the fingerprint of a diff. */
    String fingerprint(String contentHash, String schemasHash) {
        Hash hash = new Hash().add(contentHash).add(schemasHash);
        packs.forEach(pack -> hash.add(pack.id()).add(pack.version()).add(String.valueOf(pack.revision())));
        return hash.hex();
    }

    /** What one item is known by over all packs. */
    record ItemKey(String section, String id) {
        static ItemKey of(InstalledItem item) {
            return new ItemKey(item.section(), item.id());
        }
    }
}
