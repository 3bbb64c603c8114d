package org.chengshu.cases.duplicate;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How like one another two matters are, 0 to 1, with the parts it is made of: place 40 %, text 30 %, time 15 %, kind 15 %.
 * What is not known of one of them counts nothing, and the others count the more. Pure.
 *
 * @param place 1 at the same spot, about a half at 75 metres, 0 at the edge of the circle looked at
 * @param text pairs of neighbouring characters in common, as Dice counts them
 * @param time 1 at the same moment, 0 at the end of the span looked at
 */
public record Likeness(double score, Optional<Double> place, Optional<Double> text, double time, boolean sameKind) {
    private static final double PLACE = 0.4;
    private static final double TEXT = 0.3;
    private static final double TIME = 0.15;
    private static final double KIND = 0.15;
    private static final double HALF_METRES = 75;

    static Likeness of(Optional<Double> place, Optional<Double> text, double time, boolean sameKind) {
        double all = TIME
                + KIND
                + place.map(any -> PLACE).orElse(0d)
                + text.map(any -> TEXT).orElse(0d);
        double sum = time * TIME
                + (sameKind ? KIND : 0)
                + place.map(part -> part * PLACE).orElse(0d)
                + text.map(part -> part * TEXT).orElse(0d);
        return new Likeness(sum / all, place, text, time, sameKind);
    }

    // Two matters of one street corner are one matter, two of neighbouring streets hardly ever.
    static double ofDistance(double metres, double radius) {
        double times = metres / HALF_METRES;
        return Math.clamp(1 - metres / radius, 0, 1) / (1 + times * times);
    }

    static double ofTime(Duration between, Duration span) {
        return Math.clamp(1 - (double) between.abs().toSeconds() / span.toSeconds(), 0, 1);
    }

    /** Dice's coefficient of the pairs of characters; nothing when one of the texts has no pair. */
    static Optional<Double> ofText(String one, String other) {
        Set<String> first = pairs(one);
        Set<String> second = pairs(other);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        Set<String> common = new HashSet<>(first);
        common.retainAll(second);
        return Optional.of(2d * common.size() / (first.size() + second.size()));
    }

    private static Set<String> pairs(String text) {
        String words = text.toLowerCase(java.util.Locale.ROOT).replaceAll("[\\s\\p{Punct}，。、；：？！“”（）…]+", "");
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < words.length(); i++) {
            pairs.add(words.substring(i, i + 2));
        }
        return pairs;
    }
}
