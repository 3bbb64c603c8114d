package org.chengshu.core.tree.internal.packs;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** What the items of both trees have in common. */
final class TreeItems {
    private static final String PARENT = "parent";

    private TreeItems() {}

    static Text name(PackItem item) {
        JsonNode name = item.json().path("name");
        return Text.of(name.path("zh").asString(), name.path("en").asString());
    }

    static Optional<String> text(JsonNode json, String field) {
        return json.path(field).isString() ? Optional.of(json.path(field).asString()) : Optional.empty();
    }

    static void checkParents(String section, PackContents contents, List<PackItem> items, PackFaults faults) {
        for (PackItem item : items) {
            checkReference(section, PARENT, contents, item, faults);
            if (isInCircle(section, item.id(), contents)) {
                faults.add(item.place("/" + PARENT), Text.of(item.id() + " 的上级成环", item.id() + " is its own ancestor"));
            }
        }
    }

    static void checkReference(String section, String field, PackContents contents, PackItem item, PackFaults faults) {
        text(item.json(), field)
                .filter(code -> !contents.exists(section, code))
                .ifPresent(code -> faults.add(item.place("/" + field), missing(section, code, contents)));
    }

    private static Text missing(String section, String code, PackContents contents) {
        return Nearest.of(code, contents.ids(section))
                .map(near -> Text.of(
                        section + " 中没有 " + code + "，是否为 " + near + "？",
                        "there is no " + code + " in " + section + "; did you mean " + near + "?"))
                .orElseGet(() -> Text.of(section + " 中没有 " + code, "there is no " + code + " in " + section));
    }

    private static boolean isInCircle(String section, String start, PackContents contents) {
        Set<String> seen = new HashSet<>();
        Optional<String> step = parentOf(section, start, contents);
        while (step.isPresent() && seen.add(step.get())) {
            if (step.get().equals(start)) {
                return true;
            }
            step = parentOf(section, step.get(), contents);
        }
        return false;
    }

    private static Optional<String> parentOf(String section, String code, PackContents contents) {
        return contents.find(section, code).flatMap(json -> text(json, PARENT));
    }
}
