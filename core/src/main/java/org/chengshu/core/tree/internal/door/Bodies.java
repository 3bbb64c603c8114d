package org.chengshu.core.tree.internal.door;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.tree.internal.change.Draft;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Datum;
import tools.jackson.databind.JsonNode;

/** What people send to change a tree. */
final class Bodies {
    private static final int LONGEST_REASON = 500;

    private Bodies() {}

    /** A name is a text in one language or {@code {zh, en}}; one that is missing is taken from the other. */
    record NodeBody(
            Optional<String> code,
            Optional<JsonNode> name,
            Optional<String> kind,
            Optional<String> parent,
            Optional<String> areaCode,
            Optional<JsonNode> boundary,
            Optional<String> datum,
            Optional<String> reason,
            Optional<List<String>> children) {
        Draft draft(Optional<String> ownCode, Optional<String> ownDatum) {
            return new Draft(
                    ownCode.or(() -> code).map(String::strip).orElse(""),
                    name.flatMap(Bodies::text),
                    kind,
                    parent,
                    areaCode,
                    boundary.filter(JsonNode::isObject),
                    datumOf(datum.or(() -> ownDatum)));
        }
    }

    record MoveBody(Optional<String> parent, Optional<String> reason) {}

    record MergeBody(Optional<List<String>> from, Optional<NodeBody> into, Optional<String> reason) {}

    record SplitBody(Optional<List<NodeBody>> into, Optional<String> datum, Optional<String> reason) {}

    record CloseBody(Optional<String> successor, Optional<String> reason) {}

    private static Optional<Text> text(JsonNode name) {
        String zh = name.isString() ? name.asString() : name.path("zh").asString("");
        String en = name.isString() ? name.asString() : name.path("en").asString("");
        String either = zh.isBlank() ? en.strip() : zh.strip();
        return either.isBlank() ? Optional.empty() : Optional.of(Text.of(either, en.isBlank() ? either : en.strip()));
    }

    static Datum datumOf(Optional<String> word) {
        return word.map(name -> Datum.find(name)
                        .orElseThrow(() -> faulty(
                                "/datum",
                                "坐标系须为 " + Datum.words(),
                                "a datum is one of " + Datum.words() + ", not " + name)))
                .orElse(Datum.WGS84);
    }

    static String reason(Optional<String> given) {
        return given.map(String::strip)
                .filter(words -> !words.isEmpty())
                .map(Bodies::shortEnough)
                .orElseThrow(() -> faulty("/reason", "请说明原因", "say why"));
    }

    static String perhaps(Optional<String> reason) {
        return shortEnough(reason.map(String::strip).orElse(""));
    }

    private static String shortEnough(String words) {
        if (words.length() > LONGEST_REASON) {
            throw faulty(
                    "/reason",
                    "原因最多 " + LONGEST_REASON + " 个字符",
                    "a reason has at most " + LONGEST_REASON + " characters");
        }
        return words;
    }

    static FaultyInput faulty(String place, String zh, String en) {
        return new FaultyInput(CoreError.TREE_FAULTY, en, List.of(new PlacedFault(place, Text.of(zh, en))));
    }
}
