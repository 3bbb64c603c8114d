package org.chengshu.data.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Classes of the catalogue that a pack brings. */
@Component
final class ClassesSection implements PackSection {
    private static final int ORDER = 150;
    private static final String SCHEMA = "catalogue-class.schema.json";

    private final CatalogueClasses classes;
    private final JsonNode schema;

    ClassesSection(CatalogueClasses classes, JsonMapper json) {
        this.classes = classes;
        this.schema = schema(json);
    }

    private static JsonNode schema(JsonMapper json) {
        try (InputStream in = ClassesSection.class.getResourceAsStream(SCHEMA)) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "catalogue-classes";
    }

    @Override
    public JsonNode schema() {
        return schema;
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        Set<String> brought = items.stream().map(PackItem::id).collect(Collectors.toSet());
        for (PackItem item : items) {
            CatalogueClasses.parent(item.id())
                    .filter(parent -> !brought.contains(parent) && !classes.has(parent))
                    .ifPresent(parent -> faults.add(
                            item.place("/id"),
                            Text.of("没有上级分类 " + parent, "there is no class " + parent + " above it")));
        }
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        items.forEach(item -> classes.put(
                item.id(),
                Text.of(
                        item.json().path("title").path("zh").asString(),
                        item.json().path("title").path("en").asString()),
                packId));
        Set<String> kept = items.stream().map(PackItem::id).collect(Collectors.toSet());
        // A class that entries are coded by outlives its pack.
        classes.ofPack(packId).stream()
                .filter(code -> !kept.contains(code) && !classes.isUsed(code))
                .forEach(classes::remove);
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean holds(String id) {
        return classes.has(id);
    }
}
