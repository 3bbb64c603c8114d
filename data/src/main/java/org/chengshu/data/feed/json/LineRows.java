package org.chengshu.data.feed.json;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.FeedLimits;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One object a line; a line that is none is told and the next one read. */
final class LineRows implements JsonRows {
    private final Reader reader;
    private final StringBuilder text = new StringBuilder();
    private long line;
    private boolean tooLong;

    LineRows(Reader reader) {
        this.reader = reader;
    }

    @Override
    public Optional<Item> next() {
        try {
            while (readLine()) {
                if (!text.toString().isBlank()) {
                    return Optional.of(item(text.toString()));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new Fault(
                    DataError.FILE_UNREADABLE, "after line " + line + " it cannot be read on: " + e.getMessage(), e);
        }
    }

    private Item item(String raw) {
        if (tooLong) {
            return broken(
                    raw,
                    "超过 " + FeedLimits.LONGEST_ROW + " 个字符",
                    "it is longer than " + FeedLimits.LONGEST_ROW + " characters");
        }
        try (JsonParser parser = Flattening.parser(new StringReader(raw))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return broken(raw, "不是 JSON 对象", "it is not a JSON object");
            }
            Map<String, Optional<String>> cells = Flattening.object(parser);
            return parser.nextToken() == null
                    ? new Item(line, cells, Optional.empty(), "")
                    : broken(raw, "对象之后还有内容", "something follows the object");
        } catch (JacksonException e) {
            return broken(raw, "JSON 有误：" + Flattening.reason(e), "it is no sound JSON: " + Flattening.reason(e));
        }
    }

    private Item broken(String raw, String zh, String en) {
        return new Item(line, Map.of(), Optional.of(Text.of(zh, en)), raw);
    }

    private boolean readLine() throws IOException {
        text.setLength(0);
        tooLong = false;
        int next = reader.read();
        if (next < 0) {
            return false;
        }
        line++;
        for (; next >= 0 && next != '\n'; next = reader.read()) {
            if (text.length() < FeedLimits.LONGEST_ROW) {
                text.append((char) next);
            } else {
                tooLong = true;
            }
        }
        return true;
    }

    @Override
    public void close() {
        JsonFile.close(reader);
    }
}
