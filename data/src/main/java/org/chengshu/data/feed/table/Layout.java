package org.chengshu.data.feed.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.FeedLimits;
import org.chengshu.data.feed.FileShape;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;

/**
 * How a table lies in its sheet. Immutable.
 *
 * @param headLine the (upper) line of the heads, 0 without
 * @param firstLine the first line of rows
 * @param titles what stands above, to be shown
 */
public record Layout(long headLine, long firstLine, List<String> columns, double confidence, List<String> titles) {
    private static final int ROWS_LOOKED_AT = 60;
    private static final int MOST_TITLES = 10;

    public Layout {
        columns = List.copyOf(columns);
        titles = List.copyOf(titles);
    }

    /** Reads the beginning of the rows. */
    public static Layout find(RawRows rows, FileShape told) {
        Optional<Integer> headerRow = told.header();
        List<SampleRow> sample = sample(rows, headerRow.orElse(0));
        if (sample.isEmpty()) {
            throw new Fault(DataError.FILE_UNREADABLE, "there are no rows in it");
        }
        boolean merges = !rows.tearable()
                && told.first()
                        .filter(first -> first == headerRow.orElse(0) + 1)
                        .isEmpty();
        Layout found = headerRow.map(line -> told(sample, line, merges)).orElseGet(() -> guessed(sample, merges));
        if (found.columns.size() > FeedLimits.MOST_COLUMNS) {
            throw new Fault(
                    DataError.FILE_UNREADABLE,
                    "it has " + found.columns.size() + " columns; at most " + FeedLimits.MOST_COLUMNS + " are taken");
        }
        return told.first().map(found::from).orElse(found);
    }

    private Layout from(int line) {
        return new Layout(headLine, line, columns, confidence, titles);
    }

    /** The findings as they may be overridden. */
    public FileShape in(FileShape shape) {
        return shape.headedBy((int) headLine).from((int) firstLine);
    }

    public List<Text> notes() {
        return titles.isEmpty()
                ? List.of()
                : List.of(Text.of(
                        "表头上方有标题行，未作为数据：" + String.join(" / ", titles),
                        "rows above the heads are titles, not data: " + String.join(" / ", titles)));
    }

    private static Layout told(List<SampleRow> sample, int line, boolean merges) {
        if (line == 0) {
            return withoutHeads(sample, 0, 1);
        }
        for (int i = 0; i < sample.size(); i++) {
            if (sample.get(i).line() == line) {
                return headed(sample, i, merges, 1);
            }
        }
        throw new Fault(DataError.FILE_UNREADABLE, "row " + line + ", told to hold the heads, is blank or not there");
    }

    private static Layout guessed(List<SampleRow> sample, boolean merges) {
        HeadGuess guess = HeadGuess.of(sample);
        return guess.row()
                .map(row -> headed(sample, row, merges, guess.confidence()))
                .orElseGet(() -> withoutHeads(sample, guess.from(), guess.confidence()));
    }

    private static Layout headed(List<SampleRow> sample, int at, boolean merges, double confidence) {
        return merges && isOfTwoRows(sample, at)
                ? withTwoRows(sample, at, confidence)
                : withHeads(sample, at, confidence);
    }

    private static Layout withHeads(List<SampleRow> sample, int at, double confidence) {
        SampleRow head = sample.get(at);
        List<String> columns = Heads.of(head.cells(), HeadGuess.widthBelow(sample, at));
        return new Layout(head.line(), head.line() + 1, columns, confidence, titles(sample, at));
    }

    /** Heads in two rows: in the upper one a head stands over several columns. */
    private static boolean isOfTwoRows(List<SampleRow> sample, int at) {
        return at + 2 < sample.size()
                && sample.get(at).repeats()
                && HeadGuess.isWords(sample.get(at + 1))
                && HeadGuess.typed(sample.get(at + 2)) > HeadGuess.typed(sample.get(at + 1));
    }

    private static Layout withTwoRows(List<SampleRow> sample, int at, double confidence) {
        SampleRow upper = sample.get(at);
        SampleRow lower = sample.get(at + 1);
        List<String> heads = new ArrayList<>();
        for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
            boolean same = upper.cell(i).equals(lower.cell(i)) || lower.cell(i).isEmpty();
            heads.add(same ? upper.cell(i) : (upper.cell(i) + " " + lower.cell(i)).strip());
        }
        List<String> columns = Heads.of(heads, HeadGuess.widthBelow(sample, at));
        return new Layout(upper.line(), lower.line() + 1, columns, confidence * 0.9, titles(sample, at));
    }

    private static Layout withoutHeads(List<SampleRow> sample, int from, double confidence) {
        List<String> columns = Heads.of(List.of(), HeadGuess.widthFrom(sample, from));
        return new Layout(0, sample.get(from).line(), columns, confidence, titles(sample, from));
    }

    private static List<String> titles(List<SampleRow> sample, int before) {
        return sample.stream()
                .limit(Math.min(before, MOST_TITLES))
                .map(row -> String.join(
                        " ",
                        row.cells().stream().filter(cell -> !cell.isBlank()).toList()))
                .toList();
    }

    private static List<SampleRow> sample(RawRows rows, int atLeastTo) {
        List<SampleRow> sample = new ArrayList<>();
        while ((sample.size() < ROWS_LOOKED_AT || rows.line() <= atLeastTo) && rows.next()) {
            List<String> cells = new ArrayList<>(rows.width());
            for (int i = 0; i < rows.width(); i++) {
                cells.add(rows.cell(i).orElse(""));
            }
            if (sample.size() >= ROWS_LOOKED_AT) {
                sample.removeFirst();
            }
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                sample.add(new SampleRow(rows.line(), cells));
            }
        }
        return sample;
    }
}
