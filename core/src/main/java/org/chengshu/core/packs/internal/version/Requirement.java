package org.chengshu.core.packs.internal.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A pack that another builds on, and which of its versions: {@code air-quality}, {@code air-quality >=1.2 <2}. Ranges are
 * those of npm: comparators side by side must all hold, {@code ||} between alternatives, {@code ^}, {@code ~}, {@code 1.x}.
 */
public record Requirement(String pack, VersionRange range, String pointer) {
    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\S+)(?:\\s+(\\S.*?))?\\s*");

    /** Of {@code requires}, as a list of words or as a map from pack to range; those that cannot be read are left out. */
    public static List<Requirement> of(JsonNode requires) {
        List<Requirement> found = new ArrayList<>();
        if (requires.isArray()) {
            for (int i = 0; i < requires.size(); i++) {
                parse(requires.path(i).asString(""), "/requires/" + i).ifPresent(found::add);
            }
        } else {
            requires.properties()
                    .forEach(entry -> VersionRange.parse(entry.getValue().asString(""))
                            .ifPresent(range ->
                                    found.add(new Requirement(entry.getKey(), range, "/requires/" + entry.getKey()))));
        }
        return List.copyOf(found);
    }

    /** From its written form; nothing when the range is none. */
    public static Optional<Requirement> parse(String written, String pointer) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return VersionRange.parse(Optional.ofNullable(matcher.group(2)).orElse(""))
                .map(range -> new Requirement(matcher.group(1), range, pointer));
    }

    public String written() {
        return range.isAny() ? pack : pack + " " + range.written();
    }
}
