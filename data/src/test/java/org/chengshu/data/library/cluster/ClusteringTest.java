package org.chengshu.data.library.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClusteringTest {
    @Test
    void aRowThatFitsTwoKnownThingsIsLeftForPeople() {
        KeyColumn code = new KeyColumn(new long[] {7, 8, 0}, true, Set.of());
        Links links = Links.maker().add(0, 2, 0.97).add(1, 2, 0.96).links();
        Grouping grouping = Clustering.of(3, List.of(code), links, List.of(), 10, 0.02);
        assertThat(grouping.group()).containsExactly(0, 1, 2);
        assertThat(grouping.refused())
                .extracting(Grouping.Refused::why)
                .containsExactly(Refusal.AMBIGUOUS, Refusal.AMBIGUOUS);
    }

    @Test
    void aRowThatFitsOneKnownThingBetterJoinsIt() {
        KeyColumn code = new KeyColumn(new long[] {7, 8, 0}, true, Set.of());
        Links links = Links.maker().add(0, 2, 0.99).add(1, 2, 0.94).links();
        Grouping grouping = Clustering.of(3, List.of(code), links, List.of(), 10, 0.02);
        assertThat(grouping.group()).containsExactly(0, 1, 0);
        assertThat(grouping.refused()).extracting(Grouping.Refused::why).containsExactly(Refusal.KEYS_DIFFER);
    }

    @Test
    void aKeyOfTooManyRowsIsHeldUntilPeopleAllowIt() {
        long[] hashes = {5, 5, 5, 5};
        KeyColumn held = new KeyColumn(hashes, false, Set.of());
        Grouping before = Clustering.of(4, List.of(held), Links.maker().links(), List.of(), 3, 0.02);
        assertThat(before.group()).containsExactly(0, 1, 2, 3);
        assertThat(before.held()).containsExactly(new Grouping.Held(0, 5, 4));
        KeyColumn allowed = new KeyColumn(hashes, false, Set.of(5L));
        Grouping after = Clustering.of(4, List.of(allowed), Links.maker().links(), List.of(), 3, 0.02);
        assertThat(after.group()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void aRowTakenOutLeavesTheRestTogether() {
        KeyColumn code = new KeyColumn(new long[] {7, 7, 7}, true, Set.of());
        Judgement apart = new Judgement(false, List.of(0), List.of(1, 2));
        Grouping grouping = Clustering.of(3, List.of(code), Links.maker().links(), List.of(apart), 10, 0.02);
        assertThat(grouping.group()).containsExactly(0, 1, 1);
    }

    @Test
    void tellsOfKeysThatContradictEachOther() {
        KeyColumn code = new KeyColumn(new long[] {7, 8}, true, Set.of());
        KeyColumn licence = new KeyColumn(new long[] {3, 3}, false, Set.of());
        Grouping grouping =
                Clustering.of(2, List.of(code, licence), Links.maker().links(), List.of(), 10, 0.02);
        assertThat(grouping.contradictions()).containsExactly(new Grouping.Contradiction(1, 1, 0));
    }
}
