package org.chengshu.data.feed.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.data.feed.FileShape;

/** How delimited text is delimited and quoted. Immutable. */
record Dialect(char delimiter, char quote, double confidence) {
    private static final char[] DELIMITERS = {',', '\t', ';', '|', '，', '\u0001'};
    private static final int ROWS_LOOKED_AT = 200;

    /** Tries each delimiter on the beginning of the text: the right one gives most rows the same number of cells, above one. */
    static Dialect find(String beginning, FileShape told) {
        char quote = told.quote().map(text -> text.charAt(0)).orElseGet(() -> quote(beginning));
        if (told.delimiter().isPresent()) {
            return new Dialect(told.delimiter().get().charAt(0), quote, 1);
        }
        List<Dialect> tried = new ArrayList<>();
        for (char delimiter : DELIMITERS) {
            tried.add(new Dialect(delimiter, quote, score(beginning, delimiter, quote)));
        }
        return tried.stream()
                .max(Comparator.comparingDouble(Dialect::confidence))
                .filter(best -> best.confidence > 0)
                .map(best -> new Dialect(best.delimiter, quote, Math.min(1, best.confidence)))
                .orElse(new Dialect(',', quote, 0.5));
    }

    private static double score(String beginning, char delimiter, char quote) {
        List<Integer> widths = widths(beginning, delimiter, quote);
        Map<Integer, Integer> often = new HashMap<>();
        widths.forEach(width -> often.merge(width, 1, Integer::sum));
        Optional<Map.Entry<Integer, Integer>> usual =
                often.entrySet().stream().filter(entry -> entry.getKey() > 1).max(Map.Entry.comparingByValue());
        return usual.map(entry -> {
                    double share = (double) entry.getValue() / widths.size();
                    return share * (0.9 + Math.min(0.1, entry.getKey() / 100.0));
                })
                .orElse(0.0);
    }

    private static List<Integer> widths(String beginning, char delimiter, char quote) {
        List<Integer> widths = new ArrayList<>();
        DelimitedReader reader = new DelimitedReader(new StringReader(beginning), delimiter, quote);
        try {
            while (widths.size() < ROWS_LOOKED_AT && reader.next()) {
                widths.add(reader.cells());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (widths.size() > 2) {
            widths.removeLast();
        }
        return widths;
    }

    /** Double quotes unless single ones stand at the edges of cells, and double ones do not. */
    private static char quote(String beginning) {
        return edges(beginning, '\'') > 2 * edges(beginning, '"') + 2 ? '\'' : '"';
    }

    private static int edges(String text, char quote) {
        int edges = 0;
        for (int i = text.indexOf(quote); i >= 0; i = text.indexOf(quote, i + 1)) {
            boolean opens = i == 0 || isEdge(text.charAt(i - 1));
            boolean closes = i + 1 == text.length() || isEdge(text.charAt(i + 1));
            edges += opens != closes ? 1 : 0;
        }
        return edges / 2;
    }

    private static boolean isEdge(char c) {
        return ",\t;|\n\r".indexOf(c) >= 0;
    }
}
