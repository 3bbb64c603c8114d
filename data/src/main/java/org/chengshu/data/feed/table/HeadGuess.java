package org.chengshu.data.feed.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the row of the heads: the first that is about as wide as the table and does not look like what stands below it.
 * Rows above are titles. Pure.
 *
 * @param row index among the rows looked at; empty when the table begins without heads
 * @param from index of the first row of the table, heads included
 */
public record HeadGuess(Optional<Integer> row, int from, double confidence) {
    private static final Pattern TYPED = Pattern.compile(
            "[-+]?[\\d,]*\\.?\\d+([eE][-+]?\\d+)?%?|\\d{4}[-/.年]\\d{1,2}([-/.月]\\d{1,2}日?)?([ T]\\d{1,2}:\\d{2}.*)?");
    private static final Pattern YEAR = Pattern.compile("(1[89]|20|21)\\d{2}");
    private static final double ABOUT_AS_WIDE = 0.6;
    private static final double MOSTLY = 0.8;
    private static final int LONGEST_HEAD = 60;

    /** Looks at the first rows of a table, blank ones left out. */
    public static HeadGuess of(List<SampleRow> rows) {
        if (rows.isEmpty()) {
            return new HeadGuess(Optional.empty(), 0, 0);
        }
        int first = firstWide(rows);
        double score = score(rows, first);
        double confidence = Math.min(1, 0.55 + Math.abs(score) / 2);
        return new HeadGuess(score >= 0 ? Optional.of(first) : Optional.empty(), first, confidence);
    }

    /** Titles have one or two cells, whatever is below them has about as many as most rows. */
    private static int firstWide(List<SampleRow> rows) {
        List<Integer> widths = rows.stream().map(SampleRow::filled).sorted().toList();
        int usual = widths.get(widths.size() * 3 / 4);
        int enough = Math.max(1, (int) Math.ceil(usual * ABOUT_AS_WIDE));
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).filled() >= enough) {
                return i;
            }
        }
        return 0;
    }

    /** Above 0 for heads, below for a row like the others. */
    private static double score(List<SampleRow> rows, int at) {
        SampleRow head = rows.get(at);
        boolean ofTwoRows = at + 2 < rows.size() && head.repeats() && isWords(rows.get(at + 1));
        List<SampleRow> body = rows.subList(ofTwoRows ? at + 2 : at + 1, rows.size());
        double sum = 0;
        int looked = 0;
        for (int column = 0; column < head.cells().size(); column++) {
            if (!head.cell(column).isEmpty()) {
                sum += score(head.cell(column), values(body, column));
                looked++;
            }
        }
        return looked == 0 ? 0 : sum / looked;
    }

    private static double score(String head, List<String> below) {
        boolean typed = TYPED.matcher(head).matches();
        if (below.isEmpty()) {
            return typed && !isYear(head) ? -0.5 : 0.1;
        }
        long typedBelow =
                below.stream().filter(cell -> TYPED.matcher(cell).matches()).count();
        if (typedBelow >= MOSTLY * below.size()) {
            if (!typed) {
                return 1;
            }
            return isYear(head) && !below.stream().allMatch(HeadGuess::isYear) ? 0.1 : -1;
        }
        if (typed) {
            return isYear(head) ? 0 : -0.5;
        }
        return below.contains(head) || head.length() > LONGEST_HEAD ? -0.5 : 0.2;
    }

    /** Whether most of the row is words, neither numbers nor dates. */
    static boolean isWords(SampleRow row) {
        List<String> filled = row.cells().stream()
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
        return typed(row) * 2 < filled.size();
    }

    static long typed(SampleRow row) {
        return row.cells().stream()
                .filter(cell -> TYPED.matcher(cell.strip()).matches())
                .count();
    }

    private static boolean isYear(String cell) {
        return YEAR.matcher(cell).matches();
    }

    private static List<String> values(List<SampleRow> rows, int column) {
        return rows.stream()
                .map(row -> row.cell(column))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** How many columns the table has below heads: as many as there are heads, more when most rows go further. */
    static int widthBelow(List<SampleRow> rows, int head) {
        List<Integer> widths = widths(rows, head + 1);
        int usual = widths.isEmpty() ? 0 : widths.get(widths.size() / 2);
        return Math.max(lastFilled(rows.get(head)), usual);
    }

    /** How many columns a table without heads has: as many as all but a few rows keep to. */
    static int widthFrom(List<SampleRow> rows, int from) {
        List<Integer> widths = widths(rows, from);
        return widths.get(widths.size() * 9 / 10);
    }

    private static List<Integer> widths(List<SampleRow> rows, int from) {
        return rows.stream().skip(from).map(HeadGuess::lastFilled).sorted().toList();
    }

    private static int lastFilled(SampleRow row) {
        int last = row.cells().size();
        while (last > 0 && row.cells().get(last - 1).isBlank()) {
            last--;
        }
        return last;
    }
}
