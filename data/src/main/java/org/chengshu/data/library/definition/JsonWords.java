package org.chengshu.data.library.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Small readings of JSON that definitions share. */
final class JsonWords {
    private JsonWords() {}

    static Optional<String> word(JsonNode json, String name) {
        return Optional.of(json.path(name))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(text -> !text.isBlank());
    }

    static Text text(JsonNode json, String fallback) {
        return Text.of(word(json, "zh").orElse(fallback), word(json, "en").orElse(fallback));
    }

    static List<String> words(JsonNode json) {
        List<String> words = new ArrayList<>();
        json.forEach(one -> words.add(one.asString("")));
        return words;
    }
}
