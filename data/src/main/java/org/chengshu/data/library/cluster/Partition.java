package org.chengshu.data.library.cluster;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows in disjoint groups that only grow, and never into what a guard forbids. For one thread. */
final class Partition {
    private final int[] parent;
    private final int[] size;
    private final long[][] identity;
    private final Map<Integer, BitSet> sides = new HashMap<>();

    Partition(int rows, List<KeyColumn> keys) {
        this.parent = new int[rows];
        this.size = new int[rows];
        for (int i = 0; i < rows; i++) {
            parent[i] = i;
            size[i] = 1;
        }
        this.identity = keys.stream()
                .filter(KeyColumn::identity)
                .map(key -> key.hashes().clone())
                .toArray(long[][]::new);
    }

    /** From now on no row of the left may come together with one of the right. Told before anything is joined. */
    void keepApart(int judgement, List<Integer> left, List<Integer> right) {
        left.forEach(row -> side(row).set(2 * judgement));
        right.forEach(row -> side(row).set(2 * judgement + 1));
    }

    int root(int row) {
        int root = row;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    boolean together(int a, int b) {
        return root(a) == root(b);
    }

    /** Joins the groups of two rows that are not together yet, or says why not. */
    Optional<Refusal> join(int a, int b, int most) {
        int first = root(a);
        int second = root(b);
        Optional<Refusal> refusal = refusal(first, second, most);
        if (refusal.isEmpty()) {
            merge(Math.min(first, second), Math.max(first, second));
        }
        return refusal;
    }

    /** A number that tells which thing a group is for certain, 0 when nothing does. */
    long identity(int root) {
        long known = 0;
        for (long[] key : identity) {
            known = known * 31 + key[root];
        }
        return known;
    }

    private Optional<Refusal> refusal(int first, int second, int most) {
        for (long[] key : identity) {
            if (key[first] != 0 && key[second] != 0 && key[first] != key[second]) {
                return Optional.of(Refusal.KEYS_DIFFER);
            }
        }
        if (opposed(sides.get(first), sides.get(second))) {
            return Optional.of(Refusal.APART);
        }
        return (long) size[first] + size[second] > most ? Optional.of(Refusal.TOO_LARGE) : Optional.empty();
    }

    private static boolean opposed(BitSet first, BitSet second) {
        if (first == null || second == null) {
            return false;
        }
        for (int side = first.nextSetBit(0); side >= 0; side = first.nextSetBit(side + 1)) {
            if (second.get(side ^ 1)) {
                return true;
            }
        }
        return false;
    }

    private void merge(int into, int from) {
        parent[from] = into;
        size[into] += size[from];
        for (long[] key : identity) {
            key[into] = key[into] == 0 ? key[from] : key[into];
        }
        BitSet brought = sides.remove(from);
        if (brought != null) {
            side(into).or(brought);
        }
    }

    private BitSet side(int row) {
        return sides.computeIfAbsent(row, absent -> new BitSet());
    }
}
