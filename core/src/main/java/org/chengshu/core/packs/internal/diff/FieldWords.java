package org.chengshu.core.packs.internal.diff;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengshu.core.packs.PackDiff.Change;
import org.chengshu.core.packs.PackDiff.FieldDiff;
import org.chengshu.core.packs.internal.diff.Difference.Spot;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Makes sentences of what differs between two versions of an item. */
public final class FieldWords {
    private FieldWords() {}

    public static List<FieldDiff> of(JsonNode schema, JsonNode before, JsonNode after) {
        return ItemComparison.of(schema, before, after).stream()
                .map(FieldWords::sentence)
                .toList();
    }

    private static FieldDiff sentence(Difference difference) {
        return switch (difference) {
            case Difference.Value value -> value(value);
            case Difference.Members members -> members(members);
            case Difference.Order order ->
                field(
                        order.spot(),
                        Change.CHANGED,
                        Optional.empty(),
                        Optional.empty(),
                        Text.of("顺序改变", "the order changed"));
        };
    }

    private static FieldDiff value(Difference.Value value) {
        Spot spot = value.spot();
        Optional<Text> before = value.before().map(node -> ValueWords.say(spot.place(), node));
        Optional<Text> after = value.after().map(node -> ValueWords.say(spot.place(), node));
        if (before.isEmpty()) {
            Text now = after.orElseThrow();
            return field(spot, Change.ADDED, before, after, Text.of("新设为 " + now.zh(), "set to " + now.en()));
        }
        if (after.isEmpty()) {
            Text was = before.get();
            return field(
                    spot,
                    Change.REMOVED,
                    before,
                    after,
                    Text.of("取消（原为 " + was.zh() + "）", "no longer set (was " + was.en() + ")"));
        }
        Text was = Excerpt.of(before.get(), after.get());
        Text now = Excerpt.of(after.get(), before.get());
        return field(
                spot,
                Change.CHANGED,
                before,
                after,
                Text.of("由 " + was.zh() + " 改为 " + now.zh(), "from " + was.en() + " to " + now.en()));
    }

    private static FieldDiff members(Difference.Members members) {
        Optional<Text> added = said(members.spot(), members.added());
        Optional<Text> removed = said(members.spot(), members.removed());
        String zh = join(added.map(more -> "增加 " + more.zh()), removed.map(less -> "去掉 " + less.zh()), "；");
        String en = join(added.map(more -> "added " + more.en()), removed.map(less -> "taken away " + less.en()), "; ");
        return field(members.spot(), Change.CHANGED, removed, added, Text.of(zh, en));
    }

    private static Optional<Text> said(Spot spot, List<JsonNode> nodes) {
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        List<Text> all = nodes.stream()
                .map(node -> ValueWords.say(spot.place().element(0), node))
                .toList();
        return Optional.of(Text.of(joined(all, Text::zh, "、"), joined(all, Text::en, ", ")));
    }

    private static FieldDiff field(
            Spot spot, Change change, Optional<Text> before, Optional<Text> after, Text predicate) {
        Text name = spot.path().isEmpty()
                ? Text.of("内容", "the item")
                : Text.of(joined(spot.path(), Text::zh, " · "), joined(spot.path(), Text::en, ", "));
        Text words = Text.of(name.zh() + "：" + predicate.zh(), name.en() + ": " + predicate.en());
        return new FieldDiff(spot.pointer(), name, change, before, after, words);
    }

    private static String join(Optional<String> first, Optional<String> second, String between) {
        return first.map(one -> one + second.map(two -> between + two).orElse(""))
                .orElseGet(() -> second.orElse(""));
    }

    private static String joined(List<Text> texts, Function<Text, String> language, String between) {
        return texts.stream().map(language).collect(Collectors.joining(between));
    }
}
