package org.chengshu.core.packs.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chengshu.core.packs.CheckReport.SectionChange;
import org.chengshu.core.packs.internal.PackStore.InstalledItem;

/** Which items come, change and go, by section. */
final class ItemChanges {
    private ItemChanges() {}

    static List<SectionChange> between(List<InstalledItem> before, List<InstalledItem> after) {
        Map<String, Map<String, String>> had = hashes(before);
        Map<String, Map<String, String>> has = hashes(after);
        Set<String> names = new TreeSet<>(had.keySet());
        names.addAll(has.keySet());
        return names.stream()
                .map(name -> change(name, had.getOrDefault(name, Map.of()), has.getOrDefault(name, Map.of())))
                .filter(SectionChange::differs)
                .toList();
    }

    private static Map<String, Map<String, String>> hashes(List<InstalledItem> items) {
        Map<String, Map<String, String>> bySection = new LinkedHashMap<>();
        items.forEach(item -> bySection
                .computeIfAbsent(item.section(), any -> new LinkedHashMap<>())
                .put(item.id(), item.hash()));
        return bySection;
    }

    private static SectionChange change(String section, Map<String, String> before, Map<String, String> after) {
        return new SectionChange(
                section,
                after.keySet().stream().filter(id -> !before.containsKey(id)).toList(),
                after.keySet().stream()
                        .filter(id -> before.containsKey(id) && !before.get(id).equals(after.get(id)))
                        .toList(),
                before.keySet().stream()
                        .filter(id -> !after.containsKey(id))
                        .sorted()
                        .toList());
    }
}
