package org.chengshu.sense.codec;

import java.util.Random;

/** Prints how fast the codecs are: a small main for whoever tunes them. */
final class CodecSpeed {
    private static final int POINTS = 1_000;
    private static final int ROUNDS = 20_000;

    private CodecSpeed() {}

    public static void main(String[] args) {
        for (int digits : new int[] {1, 2, 15}) {
            chunk(digits);
        }
        for (int seriesOfABatch : new int[] {30, 1_800, 30_000}) {
            block(seriesOfABatch);
        }
    }

    private static void chunk(int digits) {
        Columns points = sensor(digits, new Random(1));
        byte[] chunk = ChunkCodec.encode(points, 0, POINTS);
        double encode = best(() -> ChunkCodec.encode(points, 0, POINTS).length);
        Columns into = new Columns(POINTS);
        double decode = best(() -> {
            into.clear();
            ChunkCodec.decode(chunk, into);
            return into.size();
        });
        System.out.printf(
                "chunk, %2d digits: %.2f bytes a point, encode %.0f M/s, decode %.0f M/s%n",
                digits, chunk.length / (double) POINTS, encode, decode);
    }

    private static void block(int series) {
        int rows = 30_000;
        Columns points = new Columns();
        int[] ids = new int[rows];
        int[] places = new int[rows];
        Random random = new Random(1);
        for (int row = 0; row < rows; row++) {
            ids[row] = (int) ((long) row * series / rows);
            places[row] = row;
            points.addNumber(1_700_000_000_000_000L + random.nextInt(60_000) * 1_000L, random.nextInt(4_000) / 10.0);
        }
        byte[] body = BlockCodec.encode(ids, points, places);
        double perRow = rows / (double) POINTS;
        double encode = perRow * best(() -> BlockCodec.encode(ids, points, places).length, 800);
        System.out.printf(
                "block of %5d series: %.2f bytes a row, encode %.1f M/s%n",
                series, body.length / (double) rows, encode);
    }

    static Columns sensor(int digits, Random random) {
        Columns points = new Columns(POINTS);
        double scale = Math.pow(10, Math.min(digits, 9));
        double level = 20;
        for (int i = 0; i < POINTS; i++) {
            level += random.nextGaussian() * 0.2;
            double value = digits > 9 ? level : Math.rint(level * scale) / scale;
            points.addNumber(1_700_000_000_000_000L + i * 60_000_000L + random.nextInt(50) * 1_000L, value);
        }
        return points;
    }

    private static double best(java.util.function.IntSupplier work) {
        return best(work, ROUNDS);
    }

    /** Millions of points a second, if a round is a thousand points. */
    private static double best(java.util.function.IntSupplier work, int rounds) {
        double best = 0;
        long sum = 0;
        for (int turn = 0; turn < 5; turn++) {
            long begun = System.nanoTime();
            for (int i = 0; i < rounds; i++) {
                sum += work.getAsInt();
            }
            best = Math.max(best, rounds * (double) POINTS / (System.nanoTime() - begun) * 1_000);
        }
        if (sum == 0) {
            throw new IllegalStateException("nothing was done");
        }
        return best;
    }
}
