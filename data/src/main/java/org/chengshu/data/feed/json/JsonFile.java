package org.chengshu.data.feed.json;

import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Detected;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FeedLimits;
import org.chengshu.data.feed.FileFormat;
import org.chengshu.data.feed.FileShape;
import org.chengshu.data.feed.table.Heads;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;

/** Reads JSON: a list in a document, one object a line, or a feature collection. */
public final class JsonFile {
    private JsonFile() {}

    /** Text that can be read from its beginning as often as needed. */
    @FunctionalInterface
    public interface Content {
        Reader open() throws IOException;
    }

    public static Detected inspect(Content content, FileShape told) throws IOException {
        FileFormat format = told.format().orElseThrow();
        if (format == FileFormat.JSONL) {
            List<String> columns = heads(content, told);
            return new Detected(told, false, columns, List.of(), List.of(), 1, List.of());
        }
        Lists.Found found = lists(content);
        FileShape shape = placed(told, found);
        List<String> columns = heads(content, shape);
        double confidence = found.paths().size() <= 1 || told.path().isPresent() ? 1 : 0.7;
        return new Detected(shape, false, columns, List.of(), found.paths(), confidence, notes(found));
    }

    public static Feed open(Content content, FileShape told) throws IOException {
        boolean open =
                told.format().orElseThrow() != FileFormat.JSONL && told.path().isEmpty();
        FileShape shape = open ? placed(told, lists(content)) : told;
        return new JsonFeed(rows(content, shape), columns(content, shape));
    }

    private static FileShape placed(FileShape told, Lists.Found found) {
        FileShape shape = found.features() && told.path().isEmpty() ? told.as(FileFormat.GEOJSON) : told;
        if (shape.path().isPresent()) {
            return shape;
        }
        String path = found.best()
                .orElseThrow(() -> new Fault(DataError.FILE_UNREADABLE, "there is no list of objects in the document"));
        return path.isEmpty() ? shape : shape.at(path);
    }

    private static List<Text> notes(Lists.Found found) {
        return found.paths().size() <= 1
                ? List.of()
                : List.of(Text.of(
                        "文档中有多个列表：" + String.join("、", found.paths()),
                        "the document has several lists: " + String.join(", ", found.paths())));
    }

    private static Lists.Found lists(Content content) throws IOException {
        try (Reader reader = content.open()) {
            return Lists.in(reader);
        }
    }

    private static List<String> heads(Content content, FileShape shape) throws IOException {
        List<String> names = columns(content, shape);
        return Heads.of(names, names.size());
    }

    /** Every name of every row, in the order in which they come: the whole file is gone through once. */
    private static List<String> columns(Content content, FileShape shape) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (JsonRows rows = rows(content, shape)) {
            for (Optional<JsonRows.Item> item = rows.next(); item.isPresent(); item = rows.next()) {
                names.addAll(item.get().cells().keySet());
                if (names.size() > FeedLimits.MOST_COLUMNS) {
                    throw new Fault(
                            DataError.FILE_UNREADABLE,
                            "by row " + item.get().line() + " there are more than " + FeedLimits.MOST_COLUMNS
                                    + " different names");
                }
            }
        }
        if (names.isEmpty()) {
            throw new Fault(DataError.FILE_UNREADABLE, "there are no objects in it");
        }
        return List.copyOf(names);
    }

    private static JsonRows rows(Content content, FileShape shape) throws IOException {
        FileFormat format = shape.format().orElseThrow();
        Reader reader = content.open();
        return format == FileFormat.JSONL
                ? new LineRows(reader)
                : new ListRows(reader, shape.path().orElse(""), format == FileFormat.GEOJSON);
    }

    static void close(Reader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new Fault(DataError.FILE_UNREADABLE, "it cannot be closed: " + e.getMessage(), e);
        }
    }
}
