package org.chengshu.data.feed.json;

import java.io.Reader;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Looks over a document for lists of objects. */
final class Lists {
    private static final int DEEPEST = 6;
    private static final int MOST = 50;

    private final JsonParser parser;
    private final Map<String, Long> found = new LinkedHashMap<>();
    private boolean features;

    private Lists(JsonParser parser) {
        this.parser = parser;
    }

    /** Places of lists, the longest first; of a feature collection only its features. */
    record Found(List<String> paths, boolean features) {
        Optional<String> best() {
            return paths.stream().findFirst();
        }
    }

    static Found in(Reader reader) {
        try (JsonParser parser = Flattening.parser(reader)) {
            Lists lists = new Lists(parser);
            try {
                parser.nextToken();
                lists.look("", 0);
            } catch (JacksonException e) {
                throw Flattening.unsound(parser, e);
            }
            if (lists.features && lists.found.containsKey("features")) {
                return new Found(List.of("features"), true);
            }
            return new Found(
                    lists.found.entrySet().stream()
                            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                            .map(Map.Entry::getKey)
                            .toList(),
                    false);
        }
    }

    private void look(String path, int depth) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            list(path);
        } else if (parser.currentToken() == JsonToken.START_OBJECT && depth < DEEPEST) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                features |= depth == 0 && name.equals("type") && "FeatureCollection".equals(parser.getString());
                look(path.isEmpty() ? name : path + "." + name, depth + 1);
            }
        } else {
            parser.skipChildren();
        }
    }

    private void list(String path) {
        long objects = 0;
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            objects += token == JsonToken.START_OBJECT ? 1 : 0;
            parser.skipChildren();
        }
        if ((objects > 0 || path.isEmpty() || path.equals("features")) && found.size() < MOST) {
            found.put(path, objects);
        }
    }
}
