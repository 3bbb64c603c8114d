package org.chengshu.data.library.cluster;

import java.util.Arrays;

/**
 * Pairs of rows that rules hold for one thing, with their scores; rows are numbers from 0. Kept as arrays, because a
 * library may have millions. Immutable once made.
 */
public final class Links {
    private final int[] left;
    private final int[] right;
    private final double[] score;
    private final int size;

    private Links(int[] left, int[] right, double[] score, int size) {
        this.left = left;
        this.right = right;
        this.score = score;
        this.size = size;
    }

    public static Maker maker() {
        return new Maker();
    }

    public int size() {
        return size;
    }

    public int left(int link) {
        return left[link];
    }

    public int right(int link) {
        return right[link];
    }

    public double score(int link) {
        return score[link];
    }

    /** The links from the best on; of equals the one of lower rows first, so that the order depends on nothing else. */
    int[] byScore() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            int best = Double.compare(score[b], score[a]);
            int first = best != 0 ? best : Integer.compare(left[a], left[b]);
            return first != 0 ? first : Integer.compare(right[a], right[b]);
        });
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** Takes one link after another. For one thread. */
    public static final class Maker {
        private static final int FIRST_ROOM = 64;
        private int[] left = new int[FIRST_ROOM];
        private int[] right = new int[FIRST_ROOM];
        private double[] score = new double[FIRST_ROOM];
        private int size;

        public Maker add(int a, int b, double likeness) {
            if (size == left.length) {
                left = Arrays.copyOf(left, size * 2);
                right = Arrays.copyOf(right, size * 2);
                score = Arrays.copyOf(score, size * 2);
            }
            left[size] = Math.min(a, b);
            right[size] = Math.max(a, b);
            score[size++] = likeness;
            return this;
        }

        public Links links() {
            return new Links(left, right, score, size);
        }
    }
}
