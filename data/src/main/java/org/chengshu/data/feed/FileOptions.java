package org.chengshu.data.feed;

import java.util.Objects;
import java.util.Optional;

/**
 * What somebody says of a file; whatever is left empty is found out. Immutable.
 *
 * @param encoding a name such as {@code UTF-8}, {@code GB18030}, {@code UTF-16LE}
 * @param delimiter one character, of delimited text
 * @param quote one character, of delimited text
 * @param headerRow the row of the heads, counted from 1; 0 when there are none
 * @param sheet the name of a sheet
 * @param path where in a JSON document the list of rows is: names joined by dots
 */
public record FileOptions(
        Optional<FileFormat> format,
        Optional<String> encoding,
        Optional<String> delimiter,
        Optional<String> quote,
        Optional<Integer> headerRow,
        Optional<String> sheet,
        Optional<String> path) {
    private static final FileOptions NONE = new FileOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public FileOptions {
        format = orEmpty(format);
        encoding = filled(encoding);
        delimiter = orEmpty(delimiter).filter(text -> !text.isEmpty());
        quote = orEmpty(quote).filter(text -> !text.isEmpty());
        headerRow = orEmpty(headerRow);
        sheet = filled(sheet);
        path = filled(path);
    }

    public static FileOptions none() {
        return NONE;
    }

    public FileOptions as(FileFormat wanted) {
        return new FileOptions(Optional.of(wanted), encoding, delimiter, quote, headerRow, sheet, path);
    }

    public FileOptions encoded(String name) {
        return new FileOptions(format, Optional.of(name), delimiter, quote, headerRow, sheet, path);
    }

    public FileOptions header(int row) {
        return new FileOptions(format, encoding, delimiter, quote, Optional.of(row), sheet, path);
    }

    public FileOptions onSheet(String name) {
        return new FileOptions(format, encoding, delimiter, quote, headerRow, Optional.of(name), path);
    }

    public FileOptions at(String where) {
        return new FileOptions(format, encoding, delimiter, quote, headerRow, sheet, Optional.of(where));
    }

    public FileOptions delimited(String by, String quotedBy) {
        return new FileOptions(format, encoding, Optional.of(by), Optional.of(quotedBy), headerRow, sheet, path);
    }

    private static Optional<String> filled(Optional<String> text) {
        return orEmpty(text).map(String::strip).filter(word -> !word.isEmpty());
    }

    // A record that was read from JSON has null where a name was left out.
    private static <T> Optional<T> orEmpty(Optional<T> value) {
        return Objects.requireNonNullElse(value, Optional.empty());
    }
}
