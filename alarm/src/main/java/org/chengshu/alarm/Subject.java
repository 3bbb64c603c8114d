package org.chengshu.alarm;

/**
 * What an alarm is about: a kind ({@code device}) and the id by which that kind's module knows it. The alarm centre never
 * looks behind it, so sensors, indicators and security share one list. Immutable.
 */
public record Subject(String kind, String id) {
    public Subject {
        requireWord(kind, "kind");
        requireWord(id, "id");
    }

    /** {@code kind:id}, the key in whose order the events of one subject are delivered. */
    public String key() {
        return kind + ":" + id;
    }

    private static void requireWord(String word, String name) {
        if (word == null || word.isBlank()) {
            throw new IllegalArgumentException("a subject needs a " + name);
        }
    }
}
