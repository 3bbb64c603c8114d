package org.chengshu.cases.suggest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A past case to learn from: its words, and what officers made of it. */
record Example(UUID id, String text, String kind, Optional<String> category, Optional<String> department) {
    /** What can be suggested for a case. */
    enum Matter {
        KIND,
        CATEGORY,
        DEPARTMENT
    }

    Map<Matter, String> answers() {
        Map<Matter, String> answers = new EnumMap<>(Matter.class);
        answers.put(Matter.KIND, kind);
        category.ifPresent(value -> answers.put(Matter.CATEGORY, value));
        department.ifPresent(value -> answers.put(Matter.DEPARTMENT, value));
        return answers;
    }

    /** A past case that resembles the one asked about: how much, and by which words. */
    record Neighbour(UUID id, double likeness, Map<Matter, String> answers, List<String> shared) {
        Neighbour {
            answers = Map.copyOf(answers);
            shared = List.copyOf(shared);
        }
    }
}
