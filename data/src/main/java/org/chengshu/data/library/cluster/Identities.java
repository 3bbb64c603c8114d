package org.chengshu.data.library.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives groups of rows the numbers of the golden records that they were: each former number goes to the group that holds
 * most of its rows, each group takes the number of which it holds most. Pure.
 */
public final class Identities {
    private Identities() {}

    private record Share(long former, int group, int rows) {}

    /**
     * @param group for each row the lowest row of its group
     * @param former for each row the number of the record it was part of, 0 when it is new
     * @return at each group's lowest row the number it keeps, 0 for groups that need a new one
     */
    public static long[] keep(int[] group, long[] former) {
        List<Share> shares = shares(group, former);
        shares.sort(Comparator.comparingInt(Share::rows)
                .reversed()
                .thenComparingLong(Share::former)
                .thenComparingInt(Share::group));
        long[] kept = new long[group.length];
        Set<Long> taken = new HashSet<>();
        for (Share share : shares) {
            if (kept[share.group()] == 0 && taken.add(share.former())) {
                kept[share.group()] = share.former();
            }
        }
        return kept;
    }

    private static List<Share> shares(int[] group, long[] former) {
        Integer[] known = known(former);
        Arrays.sort(known, (a, b) -> {
            int byGroup = Integer.compare(group[a], group[b]);
            return byGroup != 0 ? byGroup : Long.compare(former[a], former[b]);
        });
        List<Share> shares = new ArrayList<>();
        for (int start = 0; start < known.length; ) {
            int row = known[start];
            int end = start + 1;
            while (end < known.length && group[known[end]] == group[row] && former[known[end]] == former[row]) {
                end++;
            }
            shares.add(new Share(former[row], group[row], end - start));
            start = end;
        }
        return shares;
    }

    private static Integer[] known(long[] former) {
        Integer[] rows = new Integer[former.length];
        int size = 0;
        for (int row = 0; row < former.length; row++) {
            if (former[row] != 0) {
                rows[size++] = row;
            }
        }
        return Arrays.copyOf(rows, size);
    }
}
