package org.chengshu.data.catalogue.demand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.chengshu.data.catalogue.EntryContent;
import org.chengshu.data.catalogue.EntryField;

/**
 * How well an entry serves a demand, and why: half of it is the part of the wanted fields that the entry has, a third the
 * part of the demand's words that it says, the rest the class. Without wanted fields the words weigh for them. Pure.
 */
final class DemandMatch {
    private static final double FIELDS = 0.5;
    private static final double WORDS = 0.35;
    private static final double CLASS = 0.15;
    private static final int ITEM_LENGTH = 3;
    private static final int CLOSE = 2;

    /**
     * The answer, 0..1, with what matched.
     *
     * @param fields the wanted fields that it has, and by which of its own
     * @param missing the wanted fields that it lacks
     * @param words the words of the demand that it says
     */
    record Score(
            double score, Map<String, String> fields, List<String> missing, List<String> words, boolean sameClass) {}

    private DemandMatch() {}

    static Score of(
            List<String> words,
            List<String> wanted,
            Optional<String> classCode,
            EntryContent content,
            UnaryOperator<String> plain) {
        Map<String, String> had = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String want : wanted) {
            match(want, content.fields(), plain).ifPresentOrElse(own -> had.put(want, own), () -> missing.add(want));
        }
        String text = plain.apply(text(content));
        List<String> said = words.stream()
                .filter(word -> word.length() > 1 && text.contains(plain.apply(word)))
                .toList();
        long telling = words.stream().filter(word -> word.length() > 1).count();
        double wordPart = telling == 0 ? 0 : (double) said.size() / telling;
        double fieldPart = wanted.isEmpty() ? wordPart : (double) had.size() / wanted.size();
        boolean sameClass = classCode
                .filter(code -> item(content.classCode()).equals(item(code)))
                .isPresent();
        double classPart = classCode.isEmpty() ? wordPart : sameClass ? 1 : 0;
        double score = FIELDS * fieldPart + WORDS * wordPart + CLASS * classPart;
        return new Score(Math.round(score * 1_000) / 1_000.0, had, missing, said, sameClass);
    }

    private static String text(EntryContent content) {
        StringBuilder text = new StringBuilder(content.title())
                .append(' ')
                .append(content.titleEn())
                .append(' ')
                .append(content.summary());
        content.subjects().forEach(subject -> text.append(' ').append(subject));
        content.fields()
                .forEach(field ->
                        text.append(' ').append(field.title()).append(' ').append(field.name()));
        return text.toString();
    }

    private static String item(String code) {
        return code.substring(0, Math.min(ITEM_LENGTH, code.length()));
    }

    /** The field of the same name or title; else the one that shares the most pairs of characters, if more than half. */
    private static Optional<String> match(String want, List<EntryField> fields, UnaryOperator<String> plain) {
        String wanted = plain.apply(want);
        return fields.stream()
                .filter(field -> plain.apply(field.title()).equals(wanted)
                        || plain.apply(field.name()).equals(wanted))
                .findFirst()
                .or(() -> fields.stream()
                        .filter(field -> likeness(wanted, plain.apply(field.title())) > 1.0 / CLOSE)
                        .max(Comparator.comparingDouble(field -> likeness(wanted, plain.apply(field.title())))))
                .map(EntryField::title);
    }

    /** Dice's measure over pairs of neighbouring characters (Dice 1945); 1 is the same. */
    static double likeness(String one, String other) {
        Set<String> left = pairs(one);
        Set<String> right = pairs(other);
        if (left.isEmpty() || right.isEmpty()) {
            return one.equals(other) ? 1 : 0;
        }
        Set<String> both = new HashSet<>(left);
        both.retainAll(right);
        return 2.0 * both.size() / (left.size() + right.size());
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
