package org.chengshu.data.library.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts rows together: first what people decided, then rows of one exact key, then links from the best down, each only where
 * no guard forbids it. The result depends on the rows, keys, links and judgements alone, not on their order, and each set
 * of rows that hang together comes out the same whatever other rows there are; so a part can be done anew by itself. Pure.
 */
public final class Clustering {
    private final int rows;
    private final List<KeyColumn> keys;
    private final Links links;
    private final List<Judgement> judgements;
    private final int largest;
    private final double margin;

    private final Partition partition;
    private final List<Grouping.Refused> refused = new ArrayList<>();
    private final List<Grouping.Held> held = new ArrayList<>();
    private final List<Grouping.Contradiction> contradictions = new ArrayList<>();
    private final List<Integer> unmet = new ArrayList<>();
    private int joins;

    private Clustering(
            int rows, List<KeyColumn> keys, Links links, List<Judgement> judgements, int largest, double margin) {
        this.rows = rows;
        this.keys = keys;
        this.links = links;
        this.judgements = judgements;
        this.largest = largest;
        this.margin = margin;
        this.partition = new Partition(rows, keys);
    }

    /**
     * @param largest how many rows a record may have, unless people put them together
     * @param margin how much better the best of two different records must fit a row without identity
     */
    public static Grouping of(
            int rows, List<KeyColumn> keys, Links links, List<Judgement> judgements, int largest, double margin) {
        return new Clustering(rows, keys, links, judgements, largest, margin).run();
    }

    private Grouping run() {
        people();
        for (int identity = 1; identity >= 0; identity--) {
            for (int key = 0; key < keys.size(); key++) {
                if (keys.get(key).identity() == (identity == 1)) {
                    exact(key);
                }
            }
        }
        similar();
        int[] group = new int[rows];
        Arrays.setAll(group, partition::root);
        return new Grouping(group, joins, refused, held, contradictions, unmet);
    }

    private void people() {
        for (int i = 0; i < judgements.size(); i++) {
            Judgement one = judgements.get(i);
            if (!one.together()) {
                partition.keepApart(i, one.left(), one.right());
            }
        }
        for (int i = 0; i < judgements.size(); i++) {
            if (judgements.get(i).together() && !followed(judgements.get(i))) {
                unmet.add(i);
            }
        }
    }

    private boolean followed(Judgement one) {
        List<Integer> all = new ArrayList<>(one.left());
        all.addAll(one.right());
        boolean followed = true;
        for (int i = 1; i < all.size(); i++) {
            followed &= join(all.getFirst(), all.get(i), Integer.MAX_VALUE).isEmpty();
        }
        return followed;
    }

    private void exact(int key) {
        long[] hashes = keys.get(key).hashes();
        int[] order = bySameHash(hashes);
        for (int start = 0; start < order.length; ) {
            int end = start + 1;
            while (end < order.length && hashes[order[end]] == hashes[order[start]]) {
                end++;
            }
            if (end - start > 1) {
                sameKey(key, order, start, end);
            }
            start = end;
        }
    }

    private void sameKey(int key, int[] order, int start, int end) {
        long hash = keys.get(key).hashes()[order[start]];
        boolean allowed = keys.get(key).allowed().contains(hash);
        if (end - start > largest && !allowed) {
            held.add(new Grouping.Held(key, hash, end - start));
            return;
        }
        // Whoever may not join the first may still belong to the second.
        List<Integer> firsts = new ArrayList<>();
        for (int i = start; i < end; i++) {
            settle(key, order[i], firsts, allowed ? Integer.MAX_VALUE : largest);
        }
    }

    private void settle(int key, int row, List<Integer> firsts, int most) {
        Optional<Refusal> why = Optional.empty();
        for (int first : firsts) {
            Optional<Refusal> refusal = join(first, row, most);
            if (refusal.isEmpty()) {
                return;
            }
            why = refusal;
        }
        if (why.filter(Refusal.KEYS_DIFFER::equals).isPresent()) {
            contradictions.add(new Grouping.Contradiction(key, row, firsts.getFirst()));
        }
        firsts.add(row);
    }

    private void similar() {
        boolean[] ambiguous = ambiguous();
        for (int link : links.byScore()) {
            int a = links.left(link);
            int b = links.right(link);
            if (partition.together(a, b)) {
                continue;
            }
            Optional<Refusal> why = ambiguous[link] ? Optional.of(Refusal.AMBIGUOUS) : join(a, b, largest);
            why.ifPresent(refusal -> refused.add(new Grouping.Refused(link, refusal)));
        }
    }

    /** Links of a row without identity to two known things that fit it about as well. */
    private boolean[] ambiguous() {
        boolean[] ambiguous = new boolean[links.size()];
        Map<Integer, List<Integer>> known = new HashMap<>();
        for (int link = 0; link < links.size(); link++) {
            long left = partition.identity(partition.root(links.left(link)));
            long right = partition.identity(partition.root(links.right(link)));
            if ((left == 0) != (right == 0)) {
                int unknown = partition.root(left == 0 ? links.left(link) : links.right(link));
                known.computeIfAbsent(unknown, absent -> new ArrayList<>()).add(link);
            }
        }
        known.values().forEach(choice -> markAmbiguous(choice, ambiguous));
        return ambiguous;
    }

    private void markAmbiguous(List<Integer> choice, boolean[] ambiguous) {
        double best = choice.stream().mapToDouble(links::score).max().orElse(0);
        List<Integer> close = choice.stream()
                .filter(link -> best - links.score(link) < margin)
                .toList();
        long things = close.stream().mapToLong(this::knownSide).distinct().count();
        if (things > 1) {
            close.forEach(link -> ambiguous[link] = true);
        }
    }

    private long knownSide(int link) {
        int left = partition.root(links.left(link));
        int right = partition.root(links.right(link));
        return partition.identity(left) != 0 ? left : right;
    }

    private Optional<Refusal> join(int a, int b, int most) {
        if (partition.together(a, b)) {
            return Optional.empty();
        }
        Optional<Refusal> why = partition.join(a, b, most);
        joins += why.isEmpty() ? 1 : 0;
        return why;
    }

    private static int[] bySameHash(long[] hashes) {
        Integer[] rows = new Integer[hashes.length];
        int filled = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] != 0) {
                rows[filled++] = i;
            }
        }
        Integer[] order = Arrays.copyOf(rows, filled);
        Arrays.sort(order, (a, b) -> {
            int byHash = Long.compare(hashes[a], hashes[b]);
            return byHash != 0 ? byHash : Integer.compare(a, b);
        });
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
