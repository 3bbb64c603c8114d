package org.chengshu.data.feed.json;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The objects of one list within a document. */
final class ListRows implements JsonRows {
    private final Reader reader;
    private final JsonParser parser;
    private final Function<JsonParser, Map<String, Optional<String>>> flattening;
    private long row;
    private boolean ended;

    ListRows(Reader reader, String path, boolean features) {
        this.reader = reader;
        this.parser = Flattening.parser(reader);
        this.flattening = features ? Flattening::feature : Flattening::object;
        sound(() -> {
            parser.nextToken();
            enter(path.isEmpty() ? List.of() : List.of(path.split("\\.")), path);
            return true;
        });
    }

    private void enter(List<String> names, String path) {
        for (String name : names) {
            if (parser.currentToken() != JsonToken.START_OBJECT || !find(name)) {
                throw new Fault(DataError.FILE_UNREADABLE, "there is no list at " + path);
            }
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new Fault(
                    DataError.FILE_UNREADABLE,
                    path.isEmpty()
                            ? "the document is not a list; name the path of one"
                            : "what is at " + path + " is not a list");
        }
    }

    private boolean find(String name) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String found = parser.currentName();
            parser.nextToken();
            if (found.equals(name)) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    @Override
    public Optional<Item> next() {
        return ended ? Optional.empty() : sound(this::item);
    }

    private Optional<Item> item() {
        JsonToken token = parser.nextToken();
        if (token == null || token == JsonToken.END_ARRAY) {
            ended = true;
            return Optional.empty();
        }
        row++;
        if (token == JsonToken.START_OBJECT) {
            return Optional.of(new Item(row, flattening.apply(parser), Optional.empty(), ""));
        }
        String raw = token.isScalarValue() ? parser.getString() : "[...]";
        parser.skipChildren();
        return Optional.of(new Item(row, Map.of(), Optional.of(Text.of("不是 JSON 对象", "it is not a JSON object")), raw));
    }

    private <T> T sound(java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (JacksonException e) {
            throw Flattening.unsound(parser, e);
        }
    }

    @Override
    public void close() {
        JsonFile.close(reader);
    }
}
