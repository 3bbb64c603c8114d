package org.chengshu.data.feed.json;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.CanonicalText;
import org.chengshu.data.feed.FeedLimits;
import org.chengshu.kernel.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Makes cells of a JSON object: what is nested is named by its way down ({@code a.b}), lists stay JSON text. Null and what
 * is missing both give no value.
 */
final class Flattening {
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(FeedLimits.DEEPEST)
                    .maxStringLength(FeedLimits.LONGEST_CELL)
                    .build())
            .build();

    private final boolean features;
    private final Map<String, Optional<String>> cells = new LinkedHashMap<>();
    private long size;

    private Flattening(boolean features) {
        this.features = features;
    }

    /** The object that the parser is at the beginning of; it is left at its end. */
    static Map<String, Optional<String>> object(JsonParser parser) {
        Flattening row = new Flattening(false);
        row.members(parser, "");
        return row.cells;
    }

    /** A GeoJSON feature: its properties under their own names, beside them its geometry, of points also lon and lat. */
    static Map<String, Optional<String>> feature(JsonParser parser) {
        Flattening row = new Flattening(true);
        row.members(parser, "");
        return row.cells;
    }

    static JsonParser parser(java.io.Reader reader) {
        return JSON.createParser(ObjectReadContext.empty(), reader);
    }

    private void members(JsonParser parser, String prefix) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            value(parser, name, prefix);
        }
    }

    private void value(JsonParser parser, String name, String prefix) {
        boolean top = features && prefix.isEmpty();
        if (top && name.equals("properties") && parser.currentToken() == JsonToken.START_OBJECT) {
            new Properties().members(parser);
        } else if (top && name.equals("geometry")) {
            geometry(parser);
        } else if (top && name.equals("type")) {
            parser.skipChildren();
        } else {
            cell(parser, prefix + name);
        }
    }

    private void cell(JsonParser parser, String name) {
        switch (parser.currentToken()) {
            case START_OBJECT -> members(parser, name + ".");
            case START_ARRAY -> put(parser, name, Optional.of(text(parser)));
            case VALUE_NULL -> put(parser, name, Optional.empty());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                put(parser, name, Optional.of(CanonicalText.number(parser.getString())));
            default -> put(parser, name, Optional.of(parser.getString()));
        }
    }

    private void put(JsonParser parser, String name, Optional<String> value) {
        size += value.map(String::length).orElse(0) + name.length();
        if (size > FeedLimits.LONGEST_ROW || cells.size() >= FeedLimits.MOST_COLUMNS) {
            throw new StreamReadException(
                    parser,
                    "an object has more than " + FeedLimits.LONGEST_ROW + " characters or " + FeedLimits.MOST_COLUMNS
                            + " values");
        }
        cells.put(name, value);
    }

    /** The structure that the parser is at the beginning of, as JSON. */
    private static String text(JsonParser parser) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            int depth = 0;
            do {
                generator.copyCurrentEvent(parser);
                depth += depthOf(parser.currentToken());
                if (out.getBuffer().length() > FeedLimits.LONGEST_CELL) {
                    throw new StreamReadException(
                            parser, "a list or geometry is longer than " + FeedLimits.LONGEST_CELL + " characters");
                }
            } while (depth > 0 && parser.nextToken() != null);
        }
        return out.toString();
    }

    private static int depthOf(JsonToken token) {
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }

    private void geometry(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            put(parser, "geometry", Optional.empty());
            return;
        }
        String text = text(parser);
        put(parser, "geometry", Optional.of(text));
        Points.of(text).ifPresent(point -> {
            put(parser, "lon", Optional.of(point.lon()));
            put(parser, "lat", Optional.of(point.lat()));
        });
    }

    /** Below {@code properties} names begin anew, and nothing is special. */
    private final class Properties {
        void members(JsonParser parser) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                cell(parser, name);
            }
        }
    }

    /** What is wrong, without the piece of the source that Jackson shows. */
    static String reason(JacksonException e) {
        return e.getOriginalMessage();
    }

    /** A refusal of what the parser is at. */
    static Fault unsound(JsonParser parser, JacksonException e) {
        TokenStreamLocation place = parser.currentLocation();
        return new Fault(
                DataError.FILE_UNREADABLE,
                "no sound JSON at line " + place.getLineNr() + ", column " + place.getColumnNr() + ": " + reason(e),
                e);
    }
}
