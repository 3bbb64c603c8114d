package org.chengshu.cases.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chengshu.cases.suggest.Example.Matter;
import org.chengshu.cases.suggest.Example.Neighbour;

/**
 * What the cases that resemble one say about it: each votes for its own answer with the weight of its likeness (weighted
 * k nearest neighbours), and every answer names the cases and words that speak for it. Pure.
 */
final class Vote {
    private static final int MOST_ANSWERS = 3;
    private static final int MOST_CASES = 3;
    private static final int MOST_WORDS = 6;

    private Vote() {}

    /** An answer, its share of the votes between 0 and 1, and why: the most alike cases and the words they share. */
    record Answer(String value, double share, List<UUID> cases, List<String> words) {
        Answer {
            cases = List.copyOf(cases);
            words = List.copyOf(words);
        }
    }

    /** The best answers first; of equal ones that of the most alike case. Nothing when no neighbour has an answer. */
    static List<Answer> on(Matter matter, List<Neighbour> neighbours) {
        List<Neighbour> voters = neighbours.stream()
                .filter(one -> one.likeness() > 0 && one.answers().containsKey(matter))
                .sorted(Comparator.comparingDouble(Neighbour::likeness).reversed())
                .toList();
        double all = voters.stream().mapToDouble(Neighbour::likeness).sum();
        Map<String, List<Neighbour>> sides = new LinkedHashMap<>();
        voters.forEach(one -> sides.computeIfAbsent(one.answers().get(matter), _ -> new ArrayList<>())
                .add(one));
        return sides.entrySet().stream()
                .map(side -> answer(side.getKey(), side.getValue(), all))
                .sorted(Comparator.comparingDouble(Answer::share).reversed())
                .limit(MOST_ANSWERS)
                .toList();
    }

    private static Answer answer(String value, List<Neighbour> side, double all) {
        double share = side.stream().mapToDouble(Neighbour::likeness).sum() / all;
        return new Answer(
                value, share, side.stream().map(Neighbour::id).limit(MOST_CASES).toList(), words(side));
    }

    private static List<String> words(List<Neighbour> side) {
        Map<String, Double> weights = new HashMap<>();
        side.forEach(one -> one.shared().forEach(word -> weights.merge(word, one.likeness(), Double::sum)));
        return weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_WORDS)
                .map(Map.Entry::getKey)
                .toList();
    }
}
