package org.chengshu.data.theme.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.Dataset;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.data.registry.Published;
import org.chengshu.data.theme.read.FactRelations;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What there will be to read once a pack is applied: what is there, and the libraries and themes that packs declare. */
@Component
class PackDatasets {
    private static final String LOADED_AT = "loaded_at";

    private final FactRegistry registry;

    PackDatasets(FactRegistry registry) {
        this.registry = registry;
    }

    FactRelations of(PackContents contents) {
        Map<String, Published> all = new TreeMap<>();
        registry.published().forEach(one -> all.put(one.dataset().id(), one));
        for (String id : contents.ids("libraries")) {
            contents.find("libraries", id).ifPresent(json -> draft(all, "base." + id, json, ownFields()));
        }
        for (String id : contents.ids(ThemeSection.NAME)) {
            contents.find(ThemeSection.NAME, id).ifPresent(json -> draft(all, id, json, List.of()));
        }
        return new FactRelations(List.copyOf(all.values()));
    }

    private static void draft(Map<String, Published> all, String id, JsonNode json, List<FactField> more) {
        List<FactField> fields = new ArrayList<>();
        json.path("fields").forEach(field -> field(field).ifPresent(fields::add));
        fields.addAll(more);
        fields.add(FactField.of(LOADED_AT, Text.of("入库时间", "Loaded at"), FieldType.INSTANT));
        Dataset dataset = new Dataset(
                id,
                Text.of(
                        json.path("title").path("zh").asString(id),
                        json.path("title").path("en").asString(id)),
                json.path("owner").asString(""),
                json.path("time").asString(LOADED_AT),
                area(json),
                fields);
        all.put(id, new Published(dataset, "facts", id.replace('.', '_').replace('-', '_')));
    }

    // Themes and libraries call it differently.
    private static Optional<String> area(JsonNode json) {
        return Stream.of(json.path("area"), json.path("areaPath"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst();
    }

    private static List<FactField> ownFields() {
        return List.of(
                FactField.of("record_id", Text.of("记录编号", "Record"), FieldType.INTEGER),
                FactField.of("members", Text.of("来源行数", "Rows merged"), FieldType.INTEGER),
                FactField.of("sources", Text.of("来源", "Sources"), FieldType.TEXT),
                FactField.of("changed_at", Text.of("变更时间", "Changed at"), FieldType.INSTANT));
    }

    private static Optional<FactField> field(JsonNode json) {
        try {
            return Optional.of(new FactField(
                    json.path("name").asString(""),
                    Text.of(
                            json.path("title").path("zh").asString("?"),
                            json.path("title").path("en").asString("?")),
                    FieldType.valueOf(json.path("type").asString("text").toUpperCase(Locale.ROOT)),
                    Optional.empty(),
                    json.path("sensitivity")
                            .asInt(json.path("sensitivity").path("level").asInt(2))));
        } catch (IllegalArgumentException e) {
            // The library's or theme's own section tells what is wrong with it.
            return Optional.empty();
        }
    }
}
