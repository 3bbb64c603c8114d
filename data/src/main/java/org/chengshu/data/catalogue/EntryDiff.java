package org.chengshu.data.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What differs between two versions of an entry, in the order in which entries are read; pure. */
public final class EntryDiff {
    /** One difference. {@code place} is a component of the content, or {@code fields.name}. */
    public record Change(String place, String before, String after) {}

    private static final Map<String, Function<EntryContent, String>> PARTS = parts();

    private EntryDiff() {}

    private static Map<String, Function<EntryContent, String>> parts() {
        Map<String, Function<EntryContent, String>> parts = new LinkedHashMap<>();
        parts.put("title", EntryContent::title);
        parts.put("titleEn", EntryContent::titleEn);
        parts.put("summary", EntryContent::summary);
        parts.put("classCode", EntryContent::classCode);
        parts.put("format", content -> content.format().word());
        parts.put("sharing", content -> content.sharing().word());
        parts.put("sharingBasis", content -> content.sharingBasis().orElse(""));
        parts.put("sharingWay", content -> content.sharingWay().orElse(""));
        parts.put("openness", content -> content.openness().word());
        parts.put("opennessBasis", content -> content.opennessBasis().orElse(""));
        parts.put("cycle", content -> content.cycle().word());
        parts.put("subjects", content -> String.join("、", content.subjects()));
        parts.put("related", content -> String.join("、", content.related()));
        parts.put("layer", EntryContent::layer);
        parts.put("sensitivity", content -> String.valueOf(content.sensitivity()));
        return parts;
    }

    public static List<Change> between(EntryContent before, EntryContent after) {
        List<Change> changes = new ArrayList<>();
        PARTS.forEach((place, part) -> compare(place, part.apply(before), part.apply(after), changes));
        Map<String, EntryField> left = byName(before);
        Map<String, EntryField> right = byName(after);
        left.forEach((name, field) -> compare(
                "fields." + name,
                written(field),
                Optional.ofNullable(right.get(name)).map(EntryDiff::written).orElse(""),
                changes));
        right.forEach((name, field) -> {
            if (!left.containsKey(name)) {
                changes.add(new Change("fields." + name, "", written(field)));
            }
        });
        return changes;
    }

    private static void compare(String place, String before, String after, List<Change> changes) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(place, before, after));
        }
    }

    private static Map<String, EntryField> byName(EntryContent content) {
        Map<String, EntryField> fields = new LinkedHashMap<>();
        content.fields().forEach(field -> fields.putIfAbsent(field.name(), field));
        return fields;
    }

    private static String written(EntryField field) {
        String length = field.length().map(number -> "(" + number + ")").orElse("");
        String unit = field.unit().map(word -> " " + word).orElse("");
        return field.title() + " " + field.type() + length + unit + " L" + field.sensitivity();
    }
}
