package org.chengshu.data.feed.text;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;
import org.chengshu.data.feed.FeedLimits;
import org.chengshu.kernel.Text;

/**
 * Reads delimited text as RFC 4180 has it. What is wrong costs one row and no more: a quote that is never closed is read
 * again as an ordinary character, up to the end of its line. Cells are cut out of one buffer only when asked for.
 */
final class DelimitedReader {
    static final char NO_QUOTE = '\0';

    private static final int END = -1;
    private static final int FULL = -2;
    private static final Text UNCLOSED = Text.of("引号没有结束", "a quote is not closed");
    private static final Text AFTER_QUOTE = Text.of("引号之后还有内容", "there is text after a closing quote");
    private static final Text TOO_LONG = Text.of(
            "一行超过 " + FeedLimits.LONGEST_ROW + " 个字符",
            "the row is longer than " + FeedLimits.LONGEST_ROW + " characters");
    private static final Text TOO_LONG_CELL = Text.of(
            "单元格超过 " + FeedLimits.LONGEST_CELL + " 个字符",
            "a cell is longer than " + FeedLimits.LONGEST_CELL + " characters");
    private static final Text TOO_MANY = Text.of(
            "一行超过 " + FeedLimits.MOST_COLUMNS + " 个单元格", "the row has more than " + FeedLimits.MOST_COLUMNS + " cells");

    private final Reader source;
    private final char delimiter;
    private final char quote;
    private char[] buffer = new char[1 << 16];
    /** Where the present row begins in the buffer; other places count from here. */
    private int start;

    private int limit;
    private int length;
    private boolean ended;
    private char[] left = {};
    private int[] from = new int[64];
    private int[] to = new int[64];
    private boolean[] doubled = new boolean[64];
    private int cells;
    private long line;
    private long nextLine = 1;
    private Optional<Text> flaw = Optional.empty();

    DelimitedReader(Reader source, char delimiter, char quote) {
        this.source = source;
        this.delimiter = delimiter;
        this.quote = quote;
    }

    boolean next() throws IOException {
        start += length;
        length = 0;
        passEmptyLines();
        if (peek(0) == END) {
            cells = 0;
            return false;
        }
        line = nextLine;
        flaw = Optional.empty();
        if (!row(quote)) {
            flaw = Optional.of(UNCLOSED);
            row(NO_QUOTE);
        }
        return true;
    }

    private void passEmptyLines() throws IOException {
        for (int next = peek(0); next == '\n' || next == '\r'; next = peek(0)) {
            start++;
            nextLine += next == '\n' || peek(0) != '\n' ? 1 : 0;
        }
    }

    /** Finds the cells of one row; false when a quote is not closed. */
    private boolean row(char quoting) throws IOException {
        cells = 0;
        nextLine = line;
        int at = 0;
        while (true) {
            boolean quoted = quoting != NO_QUOTE && peek(at) == quoting;
            int end = quoted ? quoted(at) : plain(at, at);
            if (end < 0) {
                return false;
            }
            int next = peek(end);
            if (next != delimiter) {
                endRow(end, next);
                return true;
            }
            at = end + 1;
        }
    }

    private void endRow(int end, int next) throws IOException {
        length = end;
        if (next == FULL) {
            flaw = Optional.of(TOO_LONG);
            passRestOfLine();
        } else if (next != END) {
            length += next == '\r' && peek(end + 1) == '\n' ? 2 : 1;
        }
        nextLine++;
    }

    /** The buffer is full of a row that goes on: what follows up to the end of the line is read and dropped. */
    private void passRestOfLine() throws IOException {
        char[] piece = new char[1 << 13];
        for (int got = read(piece, 0, piece.length); got >= 0; got = read(piece, 0, piece.length)) {
            for (int i = 0; i < got; i++) {
                if (piece[i] == '\n') {
                    left = joined(Arrays.copyOfRange(piece, i + 1, got), left);
                    return;
                }
            }
        }
        ended = true;
    }

    private int read(char[] target, int offset, int room) throws IOException {
        if (left.length == 0) {
            return source.read(target, offset, room);
        }
        int count = Math.min(room, left.length);
        System.arraycopy(left, 0, target, offset, count);
        left = Arrays.copyOfRange(left, count, left.length);
        return count;
    }

    private static char[] joined(char[] first, char[] second) {
        char[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private int plain(int begin, int searchFrom) throws IOException {
        int at = start + searchFrom;
        while (true) {
            while (at < limit) {
                char c = buffer[at];
                if (c == delimiter || c == '\n' || c == '\r') {
                    add(begin, at - start, false);
                    return at - start;
                }
                at++;
            }
            int place = at - start;
            if (peek(place) < 0) {
                add(begin, place, false);
                return place;
            }
            at = start + place;
        }
    }

    /** The end of a cell that begins with a quote; below 0 when the quote is not closed. */
    private int quoted(int begin) throws IOException {
        boolean twice = false;
        int lines = 0;
        for (int at = begin + 1; ; at++) {
            int next = peek(at);
            if (next < 0) {
                return END;
            }
            if (next == '\n') {
                lines++;
            } else if (next == quote && peek(at + 1) == quote) {
                twice = true;
                at++;
            } else if (next == quote) {
                int end = closed(begin, at, twice, lines > 0);
                nextLine += end < 0 ? 0 : lines;
                return end;
            }
        }
    }

    /** A quote that closes nothing, lines further down, was never meant for the one that stands at the beginning. */
    private int closed(int begin, int closing, boolean twice, boolean further) throws IOException {
        int after = peek(closing + 1);
        if (after < 0 || after == delimiter || after == '\n' || after == '\r') {
            add(begin + 1, closing, twice);
            return closing + 1;
        }
        if (further) {
            return END;
        }
        flaw = Optional.of(AFTER_QUOTE);
        return plain(begin, closing + 1);
    }

    private void add(int begin, int end, boolean twice) {
        if (cells > FeedLimits.MOST_COLUMNS) {
            flaw = Optional.of(TOO_MANY);
            return;
        }
        if (cells == from.length) {
            from = Arrays.copyOf(from, cells * 2);
            to = Arrays.copyOf(to, cells * 2);
            doubled = Arrays.copyOf(doubled, cells * 2);
        }
        if (end - begin > FeedLimits.LONGEST_CELL) {
            flaw = Optional.of(TOO_LONG_CELL);
        }
        from[cells] = begin;
        to[cells] = Math.min(end, begin + FeedLimits.LONGEST_CELL);
        doubled[cells++] = twice;
    }

    private int peek(int place) throws IOException {
        int at = start + place;
        return at < limit ? buffer[at] : more(place);
    }

    private int more(int place) throws IOException {
        while (!ended && start + place >= limit) {
            makeRoom();
            if (limit == buffer.length) {
                return FULL;
            }
            int got = read(buffer, limit, buffer.length - limit);
            ended = got < 0;
            limit += Math.max(0, got);
        }
        return start + place < limit ? buffer[start + place] : END;
    }

    private void makeRoom() {
        if (limit < buffer.length) {
            return;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            start = 0;
        } else if (buffer.length < FeedLimits.LONGEST_ROW) {
            buffer = Arrays.copyOf(buffer, Math.min(FeedLimits.LONGEST_ROW, buffer.length * 2));
        }
    }

    int cells() {
        return cells;
    }

    String cell(int index) {
        String text = new String(buffer, start + from[index], to[index] - from[index]);
        String once = String.valueOf(quote);
        return doubled[index] ? text.replace(once + once, once) : text;
    }

    boolean isBlank(int index) {
        for (int at = start + from[index]; at < start + to[index]; at++) {
            if (!Character.isWhitespace(buffer[at])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the character is anywhere in the row. */
    boolean has(char wanted) {
        for (int at = start; at < start + length; at++) {
            if (buffer[at] == wanted) {
                return true;
            }
        }
        return false;
    }

    long line() {
        return line;
    }

    Optional<Text> flaw() {
        return flaw;
    }
}
