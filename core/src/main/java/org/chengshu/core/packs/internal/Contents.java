package org.chengshu.core.packs.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.core.packs.internal.PackStore.InstalledItem;
import org.chengshu.core.packs.internal.Snapshot.ItemKey;
import tools.jackson.databind.JsonNode;

/** The state after applying. Items that failed their schema exist, so that one fault does not bring many. */
final class Contents implements PackContents {
    private final String packId;
    private final Sections sections;
    private final Map<String, List<PackItem>> passing = new LinkedHashMap<>();
    private final Map<String, Map<String, JsonNode>> known = new LinkedHashMap<>();
    private final Set<ItemKey> failing = new HashSet<>();
    private final Set<ItemKey> leaving = new HashSet<>();

    /** @param gone what a section's store still holds and will not after applying */
    Contents(String packId, Sections sections, Collection<InstalledItem> ofOtherPacks, Collection<InstalledItem> gone) {
        this.packId = packId;
        this.sections = sections;
        gone.forEach(item -> leaving.add(ItemKey.of(item)));
        ofOtherPacks.forEach(item -> section(item.section()).put(item.id(), item.json()));
    }

    void addPassing(String section, List<PackItem> items) {
        passing.put(section, List.copyOf(items));
        items.forEach(item -> section(section).putIfAbsent(item.id(), item.json()));
    }

    void addFailing(String section, PackItem item) {
        failing.add(new ItemKey(section, item.id()));
    }

    @Override
    public String packId() {
        return packId;
    }

    @Override
    public boolean exists(String section, String id) {
        ItemKey key = new ItemKey(section, id);
        return section(section).containsKey(id)
                || failing.contains(key)
                || (!leaving.contains(key)
                        && sections.find(section)
                                .filter(owner -> holds(owner, id))
                                .isPresent());
    }

    @Override
    public Optional<JsonNode> find(String section, String id) {
        return Optional.ofNullable(section(section).get(id));
    }

    @Override
    public List<PackItem> items(String section) {
        return passing.getOrDefault(section, List.of());
    }

    @Override
    public List<String> ids(String section) {
        return List.copyOf(new TreeSet<>(section(section).keySet()));
    }

    private static boolean holds(PackSection owner, String id) {
        return owner.holds(id);
    }

    private Map<String, JsonNode> section(String name) {
        return known.computeIfAbsent(name, any -> new LinkedHashMap<>());
    }
}
