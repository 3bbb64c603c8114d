package org.chengshu.sense.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.Rejection;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.rules.Decision;
import org.chengshu.sense.rules.DeviceMemory;
import org.chengshu.sense.store.ReadingRows;

/**
 * Some rows of the file, read and judged by one thread, and written by another in one transaction with what was counted,
 * decided and remembered on the way.
 */
final class ImportBatch {
    private final ReadingRows rows = new ReadingRows();
    private int[] columns = new int[1024];
    private final List<Rejection> rejections = new ArrayList<>();
    private final BitSet devices = new BitSet();
    private final ImportTally counts;
    private final Map<String, DeviceMemory> memories = new HashMap<>();
    private final List<Entry> decided = new ArrayList<>();
    private boolean last;

    ImportBatch(ImportOrder order) {
        this.counts = new ImportTally(order);
    }

    /** What a rule made of an observation. */
    record Entry(KnownDevice device, Decision decision) {}

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

    /** The devices that have rows here. */
    BitSet devices() {
        return devices;
    }

    /** What was counted while these rows were read. */
    ImportTally counts() {
        return counts;
    }

    /** What the rules remember of the devices that have rows here. */
    Map<String, DeviceMemory> memories() {
        return memories;
    }

    List<Entry> decided() {
        return decided;
    }

    void end() {
        last = true;
    }

    /** Whether the file ends with it. */
    boolean isLast() {
        return last;
    }

    Receipt count(BitSet stored, ImportTally all) {
        all.add(counts);
        for (int row = 0; row < rows.size(); row++) {
            all.column(columns[row]).store(stored.get(row));
        }
        int fresh = stored.cardinality();
        int lost = rejections.stream().mapToInt(Rejection::lost).sum();
        return new Receipt(fresh, rows.size() - fresh, lost, 0);
    }
}
