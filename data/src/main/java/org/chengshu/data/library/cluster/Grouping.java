package org.chengshu.data.library.cluster;

import java.util.List;

/**
 * Rows put together into things.
 *
 * @param group for each row the lowest row of its group
 * @param joins how many times two groups became one: rows less groups
 * @param refused links that were not followed, those that were merely superfluous left out
 * @param held values of exact keys that were not followed, because too many rows have them
 * @param contradictions rows of one key value that an identity key holds apart
 * @param unmet judgements that could not be followed, by their places
 */
public record Grouping(
        int[] group,
        int joins,
        List<Refused> refused,
        List<Held> held,
        List<Contradiction> contradictions,
        List<Integer> unmet) {
    public Grouping {
        refused = List.copyOf(refused);
        held = List.copyOf(held);
        contradictions = List.copyOf(contradictions);
        unmet = List.copyOf(unmet);
    }

    /** @param link its place among the links */
    public record Refused(int link, Refusal why) {}

    /** @param key place of the key column */
    public record Held(int key, long hash, int rows) {}

    public record Contradiction(int key, int row, int other) {}
}
