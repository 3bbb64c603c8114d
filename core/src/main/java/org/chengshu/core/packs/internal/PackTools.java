package org.chengshu.core.packs.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengshu.core.CoreError;
import org.chengshu.core.packs.PackDraft;
import org.chengshu.core.packs.PackSection;
import org.chengshu.core.packs.PackUse;
import org.chengshu.core.packs.internal.PackStore.InstalledItem;
import org.chengshu.core.packs.internal.schema.EditorSchema;
import org.chengshu.core.packs.internal.schema.YamlText;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What helps to write a pack and to know one: the schema for editors, a draft of what was made by hand, what is in it. */
@Component
class PackTools {
    private static final String FIRST_VERSION = "0.1.0";

    private final Sections sections;
    private final PackStore store;
    private final Uses uses;

    PackTools(Sections sections, PackStore store, Uses uses) {
        this.sections = sections;
        this.store = store;
        this.uses = uses;
    }

    JsonNode schema() {
        return EditorSchema.of(Manifest.SCHEMA_JSON, sections.inOrder());
    }

    PackDraft madeByHand(String packId) {
        if (!packId.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new Fault(CoreError.BAD_REQUEST, "id: a pack is named in lower case letters, digits and hyphens");
        }
        Map<String, String> files = new TreeMap<>();
        Map<String, Integer> items = new TreeMap<>();
        for (PackSection section : sections.inOrder()) {
            List<JsonNode> made = section.madeByHand();
            if (!made.isEmpty()) {
                ArrayNode list = JsonMapper.shared().createArrayNode().addAll(made);
                files.put(
                        section.name() + ".yaml",
                        YamlText.of(JsonMapper.shared().createObjectNode().set(section.name(), list)));
                items.put(section.name(), made.size());
            }
        }
        files.put(Manifest.FILE, manifest(packId));
        return new PackDraft(files, items);
    }

    private static String manifest(String packId) {
        ObjectNode manifest =
                JsonMapper.shared().createObjectNode().put("id", packId).put("version", FIRST_VERSION);
        manifest.putObject("title").put("zh", "手工建立的配置").put("en", "Made by hand");
        manifest.putObject("description")
                .put("zh", "在界面上建立、尚不属于任何主题包的内容。")
                .put("en", "What was made on screens and belonged to no pack.");
        return YamlText.of(manifest);
    }

    /** What a pack brought, and what uses each; of one section or of all. */
    List<Entry> items(String packId, Optional<String> section) {
        if (store.find(packId).isEmpty()) {
            throw new Fault(CoreError.NOT_FOUND, "pack " + packId);
        }
        Map<String, List<InstalledItem>> bySection = store.items().stream()
                .filter(item -> item.pack().equals(packId))
                .filter(item -> section.isEmpty() || section.get().equals(item.section()))
                .collect(Collectors.groupingBy(InstalledItem::section));
        return sections.inOrder().stream()
                .flatMap(one -> entries(packId, one, bySection.getOrDefault(one.name(), List.of())))
                .toList();
    }

    private Stream<Entry> entries(String packId, PackSection section, List<InstalledItem> items) {
        Set<String> ids = items.stream().map(InstalledItem::id).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, List<PackUse>> byItem = uses.of(packId, section.name(), ids);
        return items.stream()
                .map(item -> new Entry(
                        section.name(),
                        DiffMaker.title(section),
                        item.id(),
                        DiffMaker.title(item.json()),
                        byItem.getOrDefault(item.id(), List.of())));
    }

    record Entry(String section, Text sectionTitle, String id, Optional<Text> title, List<PackUse> uses) {
        /** Whether its id or title holds the words, in either language and whatever their case. */
        boolean says(String words) {
            String all =
                    id + "\n" + title.map(text -> text.zh() + "\n" + text.en()).orElse("");
            return all.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
        }
    }
}
