package org.chengshu.sense.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.Rejection;
import org.chengshu.sense.store.ReadingRows;

/** Some rows of the file, read and judged, about to be written in one transaction. */
final class ImportBatch {
    private final ReadingRows rows = new ReadingRows();
    private int[] columns = new int[1024];
    private final List<Rejection> rejections = new ArrayList<>();
    /** Notes from which column the row that is added next comes. */
    void column(int place) {
        if (rows.size() == columns.length) {
            columns = Arrays.copyOf(columns, columns.length * 2);
        }
        columns[rows.size()] = place;
    }

    ReadingRows rows() {
        return rows;
    }

    List<Rejection> rejections() {
        return rejections;
    }

    Receipt count(BitSet stored, ImportTally counts) {
        for (int row = 0; row < rows.size(); row++) {
            counts.column(columns[row]).store(stored.get(row));
        }
        int fresh = stored.cardinality();
        int lost = rejections.stream().mapToInt(Rejection::lost).sum();
        return new Receipt(fresh, rows.size() - fresh, lost, 0);
    }
}
