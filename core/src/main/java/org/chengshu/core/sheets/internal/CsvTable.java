package org.chengshu.core.sheets.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * CSV after RFC 4180 in UTF-8 with the mark by which Excel knows it. Words that a spreadsheet would take for a formula get
 * an apostrophe in front.
 */
final class CsvTable implements TableWriter {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_FIRST = "=+-@\t\r";

    private final BufferedWriter out;

    CsvTable(Path file) throws IOException {
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        out.write(BYTE_ORDER_MARK);
    }

    @Override
    public void head(List<String> heads) throws IOException {
        line(heads);
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        line(cells.stream()
                .map(cell -> cell instanceof Cell.Words words ? harmless(words.text()) : Cell.words(cell))
                .toList());
    }

    private void line(List<String> fields) throws IOException {
        out.write(fields.stream().map(CsvTable::quoted).collect(Collectors.joining(",", "", "\r\n")));
    }

    static String harmless(String words) {
        return !words.isEmpty() && FORMULA_FIRST.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
