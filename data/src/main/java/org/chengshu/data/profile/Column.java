package org.chengshu.data.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cells of one field: each different text once, and by row which it is. For one thread. */
final class Column {
    static final int NONE = -1;
    private static final int AT_FIRST = 256;

    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private int[] codes = new int[AT_FIRST];
    private int rows;
    private double[] numbers = new double[0];

    void add(Object cell) {
        if (rows == codes.length) {
            codes = Arrays.copyOf(codes, 2 * rows);
        }
        codes[rows++] = cell == null ? NONE : code(cell.toString());
    }

    private int code(String text) {
        Integer known = places.putIfAbsent(text, texts.size());
        if (known != null) {
            return known;
        }
        texts.add(text);
        return texts.size() - 1;
    }

    int code(int row) {
        return codes[row];
    }

    String text(int row) {
        return codes[row] == NONE ? null : texts.get(codes[row]);
    }

    /** How often each text is there. */
    Map<String, Integer> tally() {
        int[] counts = new int[texts.size()];
        for (int row = 0; row < rows; row++) {
            if (codes[row] != NONE) {
                counts[codes[row]]++;
            }
        }
        Map<String, Integer> tally = HashMap.newHashMap(counts.length);
        for (int code = 0; code < counts.length; code++) {
            tally.put(texts.get(code), counts[code]);
        }
        tally.remove("");
        return tally;
    }

    /** Row by row; each different text is read once. */
    double[] numbers() {
        if (numbers.length != rows) {
            double[] read = texts.stream().mapToDouble(Numbers::read).toArray();
            numbers = new double[rows];
            for (int row = 0; row < rows; row++) {
                numbers[row] = codes[row] == NONE ? Double.NaN : read[codes[row]];
            }
        }
        return numbers;
    }
}
