package org.chengshu.core.packs.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.core.packs.PackDiff.Change;
import org.chengshu.core.packs.PackDiff.FieldDiff;
import org.chengshu.core.packs.PackDiff.ItemDiff;
import org.chengshu.core.packs.PackDiff.SectionDiff;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.core.packs.PackUse;
import org.chengshu.core.packs.internal.PackStore.InstalledItem;
import org.chengshu.core.packs.internal.diff.FieldWords;
import org.chengshu.core.packs.internal.diff.SchemaPlace;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Tells item by item what would change, and asks each section what that means for things in use. */
final class DiffMaker {
    private static final Text TAKEN_OVER = Text.of("已有手工建立的同名项，将由主题包接管", "it was made by hand; the pack takes it over");
    private static final Text ONLY_ORDER = Text.of("只是各字段的顺序改变", "only the order of its fields changed");

    private final Sections sections;
    private final Uses uses;

    DiffMaker(Sections sections, Uses uses) {
        this.sections = sections;
        this.uses = uses;
    }

    /** Of each section that differs, in the order of sections. */
    List<SectionDiff> between(String packId, List<InstalledItem> before, Map<String, List<PackItem>> after) {
        List<SectionDiff> diffs = new ArrayList<>();
        for (PackSection section : sections.inOrder()) {
            SectionDiff diff = section(packId, section, before, after.getOrDefault(section.name(), List.of()));
            if (!diff.items().isEmpty()) {
                diffs.add(diff);
            }
        }
        return diffs;
    }

    private SectionDiff section(String packId, PackSection section, List<InstalledItem> before, List<PackItem> after) {
        Map<String, InstalledItem> had = new LinkedHashMap<>();
        before.stream().filter(item -> item.section().equals(section.name())).forEach(item -> had.put(item.id(), item));
        Map<String, PackItem> has = new LinkedHashMap<>();
        after.forEach(item -> has.put(item.id(), item));
        Set<String> ids = new LinkedHashSet<>(has.keySet());
        ids.addAll(had.keySet());
        List<Pair> pairs = ids.stream()
                .map(id -> new Pair(id, Optional.ofNullable(had.get(id)), Optional.ofNullable(has.get(id))))
                .filter(Pair::differs)
                .toList();
        Set<String> there = new LinkedHashSet<>();
        pairs.stream().filter(pair -> pair.before().isPresent()).forEach(pair -> there.add(pair.id()));
        Map<String, List<PackUse>> byItem = uses.of(packId, section.name(), there);
        List<ItemDiff> items = pairs.stream()
                .map(pair -> item(section, pair, byItem.getOrDefault(pair.id(), List.of())))
                .toList();
        return new SectionDiff(section.name(), title(section), ids.size() - items.size(), items);
    }

    static Text title(PackSection section) {
        return SchemaPlace.root(section.schema()).name().orElseGet(() -> Text.of(section.name(), section.name()));
    }

    private static ItemDiff item(PackSection section, Pair pair, List<PackUse> uses) {
        List<Text> effects = new ArrayList<>(section.effects(pair.change()));
        List<FieldDiff> fields = List.of();
        if (pair.before().isEmpty() && section.holds(pair.id())) {
            effects.addFirst(TAKEN_OVER);
        }
        if (pair.kind() == Change.CHANGED) {
            fields = FieldWords.of(
                    section.schema(),
                    pair.before().orElseThrow().json(),
                    pair.after().orElseThrow().json());
            if (fields.isEmpty()) {
                effects.addFirst(ONLY_ORDER);
            }
        }
        return new ItemDiff(
                pair.id(),
                title(pair.json()),
                pair.kind(),
                pair.after().map(item -> item.place("")),
                fields,
                effects,
                uses);
    }

    static Optional<Text> title(JsonNode item) {
        JsonNode title = item.path("title").isObject() ? item.path("title") : item.path("name");
        String zh = title.path("zh").asString("");
        String en = title.path("en").asString("");
        return zh.isBlank() || en.isBlank() ? Optional.empty() : Optional.of(Text.of(zh, en));
    }

    /** One item before and after. */
    private record Pair(String id, Optional<InstalledItem> before, Optional<PackItem> after) {
        boolean differs() {
            return before.isEmpty()
                    || after.isEmpty()
                    || !before.get()
                            .hash()
                            .equals(InstalledItem.of("", after.get(), "").hash());
        }

        Change kind() {
            if (before.isEmpty()) {
                return Change.ADDED;
            }
            return after.isEmpty() ? Change.REMOVED : Change.CHANGED;
        }

        JsonNode json() {
            return after.map(PackItem::json)
                    .or(() -> before.map(InstalledItem::json))
                    .orElseThrow();
        }

        ItemChange change() {
            return new ItemChange(id, before.map(InstalledItem::json), after.map(PackItem::json));
        }
    }
}
