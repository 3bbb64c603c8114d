package org.chengshu.data.feed.table;

import java.util.List;
import java.util.stream.IntStream;

/** A row as it was seen at the beginning of a table; what is not there is an empty text. */
public record SampleRow(long line, List<String> cells) {
    public SampleRow {
        cells = List.copyOf(cells);
    }

    /** How many cells hold something; one that is merged over the whole row counts once. */
    int filled() {
        int filled = (int) cells.stream().filter(cell -> !cell.isBlank()).count();
        boolean merged = filled > 1 && IntStream.range(1, filled).allMatch(i -> cell(i).equals(cell(0)));
        return merged ? 1 : filled;
    }

    /** Whether neighbours hold the same, as one cell that is merged over several does. */
    boolean repeats() {
        return IntStream.range(1, cells.size()).anyMatch(i -> !cell(i).isEmpty() && cell(i).equals(cell(i - 1)));
    }

    String cell(int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }
}
