package org.chengshu.data.feed.excel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chengshu.data.feed.FeedLimits;

/** Fills every cell of a merged region with what stands in its first. Rows are given in ascending order. */
final class Merges {
    private final List<Region> waiting;
    private final List<Open> open = new ArrayList<>();
    private int next;

    private record Open(Region region, Optional<String> value) {}

    Merges(List<Region> regions) {
        this.waiting = regions.stream()
                .sorted(Comparator.comparingInt(Region::firstRow))
                .toList();
    }

    /** Changes the cells of the row. */
    void fill(int row, List<Optional<String>> cells) {
        open.removeIf(former -> former.region.lastRow() < row);
        while (next < waiting.size() && waiting.get(next).firstRow() <= row) {
            Region region = waiting.get(next++);
            if (region.covers(row)) {
                open.add(new Open(region, region.firstRow() == row ? value(cells, region) : Optional.empty()));
            }
        }
        open.stream().filter(current -> current.value.isPresent()).forEach(current -> fill(cells, current));
    }

    private static Optional<String> value(List<Optional<String>> cells, Region region) {
        return region.firstColumn() < cells.size() ? cells.get(region.firstColumn()) : Optional.empty();
    }

    private static void fill(List<Optional<String>> cells, Open current) {
        int last = Math.min(current.region.lastColumn(), FeedLimits.MOST_COLUMNS);
        for (int column = current.region.firstColumn(); column <= last; column++) {
            while (cells.size() <= column) {
                cells.add(Optional.empty());
            }
            if (cells.get(column).isEmpty()) {
                cells.set(column, current.value);
            }
        }
    }
}
