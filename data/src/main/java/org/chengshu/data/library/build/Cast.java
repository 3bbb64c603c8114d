package org.chengshu.data.library.build;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chengshu.data.library.cluster.Judgement;
import org.chengshu.data.library.cluster.KeyColumn;
import org.chengshu.data.library.cluster.Links;

/**
 * The rows that are grouped, as numbers from 0 by their ids.
 *
 * @param ids of the rows, ascending
 * @param former the record that each was part of, 0 for none
 */
record Cast(long[] ids, long[] former, List<KeyColumn> keys, Links links, List<Judgement> judgements) {
    int place(long id) {
        return Arrays.binarySearch(ids, id);
    }

    Set<Long> formerRecords() {
        Set<Long> records = new HashSet<>();
        for (long record : former) {
            if (record != 0) {
                records.add(record);
            }
        }
        return records;
    }
}
