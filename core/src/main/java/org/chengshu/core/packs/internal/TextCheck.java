package org.chengshu.core.packs.internal;

import java.util.List;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.internal.diff.SchemaPlace;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * Every text of a pack, whatever section it stands in, is there in both languages. What looks like a mistake and need not
 * be one is a warning.
 */
final class TextCheck {
    private static final List<String> LANGUAGES = List.of("zh", "en");

    private final PackFaults faults;
    private final PackFaults warnings;

    TextCheck(PackFaults faults, PackFaults warnings) {
        this.faults = faults;
        this.warnings = warnings;
    }

    void check(PackItem item, JsonNode schema) {
        look(item, "", item.json(), SchemaPlace.root(schema));
    }

    private void look(PackItem item, String pointer, JsonNode node, SchemaPlace place) {
        if (isText(node)) {
            text(item, pointer, node);
        } else if (node.isString() && place.isText() && !place.allowsString()) {
            faults.add(item.place(pointer), inBoth(node.asString()));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(entry -> look(
                            item,
                            pointer + "/" + escaped(entry.getKey()),
                            entry.getValue(),
                            place.property(entry.getKey())));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                look(item, pointer + "/" + i, node.path(i), place.element(i));
            }
        }
    }

    /** Whether the node is meant as a text: whatever has one of the languages and nothing else. */
    static boolean isText(JsonNode node) {
        return node.isObject() && !node.isEmpty() && LANGUAGES.containsAll(node.propertyNames());
    }

    private void text(PackItem item, String pointer, JsonNode text) {
        String zh = words(item, pointer, text, "zh", "中文", "Chinese");
        String en = words(item, pointer, text, "en", "英文", "English");
        if (zh.isEmpty() || en.isEmpty()) {
            return;
        }
        if (zh.equals(en)) {
            warnings.add(item.place(pointer), Text.of("中英文相同：" + zh, "the same in both languages: " + zh));
        } else if (zh.codePoints().noneMatch(Character::isIdeographic)) {
            warnings.add(
                    item.place(pointer + "/zh"),
                    Text.of("中文里没有汉字：" + zh, "the Chinese text holds no Chinese character: " + zh));
        } else if (en.codePoints().anyMatch(Character::isIdeographic)) {
            warnings.add(
                    item.place(pointer + "/en"),
                    Text.of("英文里有汉字：" + en, "the English text holds Chinese characters: " + en));
        }
    }

    /** The words of a language; empty when they were missing and told. */
    private String words(PackItem item, String pointer, JsonNode text, String language, String inZh, String inEn) {
        JsonNode words = text.path(language);
        if (words.isString() && !words.asString().isBlank()) {
            return words.asString();
        }
        if (words.isMissingNode() || words.isNull() || words.isString()) {
            faults.add(
                    item.place(pointer + "/" + language),
                    Text.of("缺少" + inZh + "（" + language + "）", "the " + inEn + " text (" + language + ") is missing"));
        }
        return "";
    }

    private static Text inBoth(String words) {
        return Text.of(
                "文字要写中英文：{zh: ..., en: ...}，而不是 " + words,
                "a text is written in both languages, {zh: ..., en: ...}, not as " + words);
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
