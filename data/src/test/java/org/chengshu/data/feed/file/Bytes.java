package org.chengshu.data.feed.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.chengshu.data.feed.Detected;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FileShape;
import org.chengshu.data.feed.FileShapes;
import tools.jackson.databind.json.JsonMapper;

/** A file that is only bytes, and how it reads. */
record Bytes(byte[] content, String name) {
    static final FileShapes SHAPES = new DetectingShapes(new JsonMapper());

    static Bytes of(String text) {
        return of(text, StandardCharsets.UTF_8);
    }

    static Bytes of(String text, Charset charset) {
        return new Bytes(text.getBytes(charset), "table.csv");
    }

    Bytes packed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Bytes(out.toByteArray(), name + ".gz");
    }

    Supplier<InputStream> supplier() {
        return () -> new ByteArrayInputStream(content);
    }

    Detected inspect(FileShape told) {
        return SHAPES.inspect(supplier(), name, told);
    }

    Detected inspect() {
        return inspect(FileShape.untold());
    }

    Feed open(FileShape told) {
        return SHAPES.open(supplier(), name, told);
    }

    /** Every row as a list; what is not there is shown as {@code null}, a row that is broken begins with {@code !}. */
    List<List<String>> rows(FileShape told) {
        List<List<String>> rows = new ArrayList<>();
        try (Feed feed = open(told)) {
            while (feed.next()) {
                List<String> row = new ArrayList<>();
                feed.broken().ifPresent(reason -> row.add("!"));
                for (int i = 0; i < feed.columns().size(); i++) {
                    row.add(feed.cell(i).orElse(null));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    List<List<String>> rows() {
        return rows(FileShape.untold());
    }
}
