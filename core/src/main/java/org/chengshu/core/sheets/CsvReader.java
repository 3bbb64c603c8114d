package org.chengshu.core.sheets;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads delimited text as RFC 4180 has it: quotes around fields, doubled inside, line breaks allowed between them. Lines
 * end with LF or CRLF; empty lines are passed over. Reads forward only, in constant memory.
 */
public final class CsvReader {
    public static final int LONGEST_FIELD = 64 * 1024;
    public static final int MOST_FIELDS = 2_000;

    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader source;
    private final char delimiter;
    private final char[] buffer = new char[64 * 1024];
    private final StringBuilder field = new StringBuilder();
    private int position;
    private int length;
    private long line = 1;
    private boolean started;

    public CsvReader(Reader source, char delimiter) {
        this.source = source;
        this.delimiter = delimiter;
    }

    /** The next row, or nothing at the end. */
    public Optional<Row> next() throws IOException {
        if (!started) {
            started = true;
            if (peek() == BYTE_ORDER_MARK) {
                position++;
            }
        }
        while (peek() == '\n' || peek() == '\r') {
            line += take() == '\n' ? 1 : 0;
        }
        return peek() == END ? Optional.empty() : Optional.of(row());
    }

    private Row row() throws IOException {
        long start = line;
        List<String> fields = new ArrayList<>();
        boolean sound = true;
        while (true) {
            sound &= peek() == '"' ? quoted() : plain();
            if (fields.size() < MOST_FIELDS) {
                fields.add(field.toString());
            } else {
                sound = false;
            }
            int next = take();
            if (next != delimiter) {
                endLine(next);
                return new Row(start, fields, sound);
            }
        }
    }

    private void endLine(int last) throws IOException {
        if (last == '\r' && peek() == '\n') {
            take();
        }
        if (last != END) {
            line++;
        }
    }

    private boolean plain() throws IOException {
        field.setLength(0);
        while (peek() != END) {
            int end = position;
            while (end < length && !isEndOfField(buffer[end])) {
                end++;
            }
            field.append(buffer, position, Math.min(end - position, LONGEST_FIELD - field.length()));
            position = end;
            if (end < length) {
                break;
            }
        }
        return field.length() < LONGEST_FIELD;
    }

    /** False when the quotes are not closed, or are followed by something. */
    private boolean quoted() throws IOException {
        field.setLength(0);
        take();
        while (peek() != END) {
            int next = take();
            if (next == '"' && peek() != '"') {
                boolean sound = isEndOfField(peek());
                while (!isEndOfField(peek())) {
                    take();
                }
                return sound && field.length() < LONGEST_FIELD;
            }
            if (next == '"') {
                take();
            }
            line += next == '\n' ? 1 : 0;
            append((char) next);
        }
        return false;
    }

    private void append(char next) {
        if (field.length() < LONGEST_FIELD) {
            field.append(next);
        }
    }

    private boolean isEndOfField(int next) {
        return next == END || next == delimiter || next == '\n' || next == '\r';
    }

    private int peek() throws IOException {
        if (position == length) {
            length = Math.max(0, source.read(buffer, 0, buffer.length));
            position = 0;
        }
        return length == 0 ? END : buffer[position];
    }

    private int take() throws IOException {
        int next = peek();
        position += next == END ? 0 : 1;
        return next;
    }

    /** A row and the line it begins on; not sound when a field is too long or its quotes are wrong. */
    public record Row(long line, List<String> fields, boolean sound) {}
}
