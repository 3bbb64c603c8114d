package org.chengshu.core.packs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * What applying or removing a pack would change, in words of both languages. Immutable.
 *
 * @param from the installed version, {@code to} the one it would become
 * @param fingerprint stands for the files and for all that is installed; see {@link ApplyOrder}
 * @param blockers what in other packs keeps this one from being removed
 * @param filesOnly files that differ though no item does: comments, layout, order
 * @param manifest what changes in {@code pack.yaml} itself
 */
public record PackDiff(
        String pack,
        Text title,
        Kind kind,
        Optional<String> from,
        Optional<String> to,
        String fingerprint,
        List<PackFault> blockers,
        List<String> filesOnly,
        List<PackFault> warnings,
        List<FieldDiff> manifest,
        List<SectionDiff> sections) {
    public PackDiff {
        blockers = List.copyOf(blockers);
        filesOnly = List.copyOf(filesOnly);
        warnings = List.copyOf(warnings);
        manifest = List.copyOf(manifest);
        sections = List.copyOf(sections);
    }

    /** Whether other packs need it, or an item that would go is held by something: then it would be refused. */
    @JsonProperty
    public boolean refused() {
        return !blockers.isEmpty()
                || sections.stream()
                        .anyMatch(section -> section.items().stream().anyMatch(ItemDiff::isHeld));
    }

    /** "1 added, 2 changed, 1 removed". */
    @JsonProperty
    public Text summary() {
        return ChangeCount.of(count(Change.ADDED), count(Change.CHANGED), count(Change.REMOVED))
                .words();
    }

    public int count(Change change) {
        return (int) sections.stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.change() == change)
                .count();
    }

    /** What applying would be. */
    public enum Kind {
        INSTALL,
        UPDATE,
        DOWNGRADE,
        UNCHANGED,
        REMOVE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What happens to an item or a field. */
    public enum Change {
        ADDED,
        CHANGED,
        REMOVED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One section that differs.
     *
     * @param unchanged how many of the pack's items stay as they are
     */
    public record SectionDiff(String section, Text title, int unchanged, List<ItemDiff> items) {
        public SectionDiff {
            items = List.copyOf(items);
        }
    }

    /**
     * One item that differs.
     *
     * @param place {@code file:line} in the new files, absent when it goes
     * @param fields what is another in an item that stays
     * @param effects what the change means for things in use
     * @param uses what uses the item now
     */
    public record ItemDiff(
            String id,
            Optional<Text> title,
            Change change,
            Optional<String> place,
            List<FieldDiff> fields,
            List<Text> effects,
            List<PackUse> uses) {
        public ItemDiff {
            fields = List.copyOf(fields);
            effects = List.copyOf(effects);
            uses = List.copyOf(uses);
        }

        boolean isHeld() {
            return change == Change.REMOVED && uses.stream().anyMatch(PackUse::holds);
        }
    }

    /**
     * One field that differs.
     *
     * @param pointer where in the item, after RFC 6901
     * @param words the whole of it as a sentence: "severity: from orange (3) to red (4)"
     */
    public record FieldDiff(
            String pointer, Text name, Change change, Optional<Text> before, Optional<Text> after, Text words) {}
}
