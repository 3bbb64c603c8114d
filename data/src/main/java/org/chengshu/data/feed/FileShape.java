package org.chengshu.data.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.Optional;

/**
 * How a file of rows is to be read; whatever is left empty is found out. Immutable.
 *
 * @param encoding a name such as {@code UTF-8}, {@code GB18030}, {@code UTF-16LE}
 * @param delimiter one character, of delimited text
 * @param quote one character, of delimited text
 * @param header the line or row of the heads, counted from 1; 0 when there are none
 * @param first the first line or row of data
 * @param sheet the name of a sheet
 * @param path where in a JSON document the list of rows is: names joined by dots
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FileShape(
        Optional<FileFormat> format,
        Optional<String> encoding,
        Optional<String> delimiter,
        Optional<String> quote,
        Optional<Integer> header,
        Optional<Integer> first,
        Optional<String> sheet,
        Optional<String> path) {
    private static final FileShape UNTOLD = new FileShape(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public FileShape {
        format = orEmpty(format);
        encoding = filled(encoding);
        delimiter = orEmpty(delimiter).filter(text -> !text.isEmpty());
        quote = orEmpty(quote).filter(text -> !text.isEmpty());
        header = orEmpty(header);
        first = orEmpty(first);
        sheet = filled(sheet);
        path = filled(path);
    }

    public static FileShape untold() {
        return UNTOLD;
    }

    public FileShape as(FileFormat wanted) {
        return new FileShape(Optional.of(wanted), encoding, delimiter, quote, header, first, sheet, path);
    }

    public FileShape encoded(String name) {
        return new FileShape(format, Optional.of(name), delimiter, quote, header, first, sheet, path);
    }

    public FileShape headedBy(int row) {
        return new FileShape(format, encoding, delimiter, quote, Optional.of(row), first, sheet, path);
    }

    public FileShape from(int row) {
        return new FileShape(format, encoding, delimiter, quote, header, Optional.of(row), sheet, path);
    }

    public FileShape onSheet(String name) {
        return new FileShape(format, encoding, delimiter, quote, header, first, Optional.of(name), path);
    }

    public FileShape at(String where) {
        return new FileShape(format, encoding, delimiter, quote, header, first, sheet, Optional.of(where));
    }

    public FileShape delimitedBy(String mark) {
        return new FileShape(format, encoding, Optional.of(mark), quote, header, first, sheet, path);
    }

    public FileShape quotedBy(String mark) {
        return new FileShape(format, encoding, delimiter, Optional.of(mark), header, first, sheet, path);
    }

    private static Optional<String> filled(Optional<String> text) {
        return orEmpty(text).map(String::strip).filter(word -> !word.isEmpty());
    }

    // A record that was read from JSON has null where a name was left out.
    private static <T> Optional<T> orEmpty(Optional<T> value) {
        return Objects.requireNonNullElse(value, Optional.empty());
    }
}
