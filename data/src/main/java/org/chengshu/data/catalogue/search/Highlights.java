package org.chengshu.data.catalogue.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows where what was looked for stands in a text; pure. */
final class Highlights {
    /** A text, cut to what matters, and the places in it: from, to. */
    record Marked(String text, List<List<Integer>> marks) {}

    private static final int LONGEST = 120;
    private static final int BEFORE = 24;
    private static final String CUT = "…";

    private final List<String> wanted;

    private Highlights(List<String> wanted) {
        this.wanted = wanted;
    }

    static Highlights of(String typed) {
        List<String> wanted = Stream.concat(
                        Stream.of(CatalogueTerms.plain(typed).strip().split("\\s+")),
                        CatalogueTerms.words(typed).stream())
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return new Highlights(wanted);
    }

    /** What is left to be shown of it when this text is shown already; the same when nothing is left. */
    Highlights beside(String text) {
        String plain = CatalogueTerms.plain(text);
        List<String> rest =
                wanted.stream().filter(word -> !plain.contains(word)).toList();
        return rest.isEmpty() ? this : new Highlights(rest);
    }

    /** The whole text with its marks. */
    Marked whole(String text) {
        return new Marked(text, marks(text));
    }

    /** The part of the text around the first mark; nothing when there is none. */
    Optional<Marked> part(String text) {
        List<List<Integer>> marks = marks(text);
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        int from = Math.max(0, marks.getFirst().getFirst() - BEFORE);
        int to = Math.min(text.length(), from + LONGEST);
        String head = from > 0 ? CUT : "";
        String shown = head + text.substring(from, to) + (to < text.length() ? CUT : "");
        int moved = from - head.length();
        List<List<Integer>> inside = marks.stream()
                .filter(mark -> mark.getLast() <= to)
                .map(mark -> List.of(mark.getFirst() - moved, mark.getLast() - moved))
                .toList();
        return Optional.of(new Marked(shown, inside));
    }

    private List<List<Integer>> marks(String text) {
        String plain = CatalogueTerms.plain(text);
        // Where the plain form has another length, places would be wrong.
        if (plain.length() != text.length()) {
            return List.of();
        }
        boolean[] marked = new boolean[text.length()];
        for (String word : wanted) {
            for (int at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
                Arrays.fill(marked, at, at + word.length(), true);
            }
        }
        return runs(marked);
    }

    private static List<List<Integer>> runs(boolean[] marked) {
        List<List<Integer>> runs = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= marked.length; i++) {
            boolean on = i < marked.length && marked[i];
            if (on && from < 0) {
                from = i;
            } else if (!on && from >= 0) {
                runs.add(List.of(from, i));
                from = -1;
            }
        }
        return runs;
    }
}
