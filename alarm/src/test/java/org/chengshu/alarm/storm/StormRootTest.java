package org.chengshu.alarm.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chengshu.alarm.Subject;
import org.chengshu.kernel.Text;
import org.junit.jupiter.api.Test;

class StormRootTest {
    private static final Subject FEED = new Subject("device", "feed");

    @Test
    void theParentOfHalfOfThemIsTheCause() {
        StormRoot root = StormRoot.of(List.of(
                member("a", 1, Optional.empty()),
                member("a", 2, Optional.of(FEED)),
                member("b", 3, Optional.of(FEED))));

        assertThat(root.why()).isEqualTo(StormRoot.Why.PARENT);
        assertThat(root.cause()).isEqualTo(FEED);
        assertThat(root.alarm().raisedAt()).isEqualTo(Instant.ofEpochSecond(2));
    }

    @Test
    void amongSeveralRulesTheEarliestOfTheCommonestStandsForAll() {
        StormRoot root = StormRoot.of(List.of(
                member("rare", 1, Optional.empty()),
                member("common", 3, Optional.empty()),
                member("common", 2, Optional.empty())));

        assertThat(root.why()).isEqualTo(StormRoot.Why.COMMONEST);
        assertThat(root.alarm().raisedAt()).isEqualTo(Instant.ofEpochSecond(2));
    }

    @Test
    void ofOneRuleTheEarliestStandsForAll() {
        StormRoot root = StormRoot.of(List.of(member("a", 5, Optional.empty()), member("a", 4, Optional.empty())));

        assertThat(root.why()).isEqualTo(StormRoot.Why.EARLIEST);
        assertThat(root.alarm().raisedAt()).isEqualTo(Instant.ofEpochSecond(4));
    }

    @Property(tries = 200)
    void theOrderInWhichTheyComeDoesNotMatter(@ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) {
        Random random = new Random(seed);
        List<StormMember> members = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Optional<Subject> parent = random.nextInt(3) == 0 ? Optional.of(FEED) : Optional.empty();
            members.add(member("r" + random.nextInt(5), random.nextInt(10), parent));
        }
        StormRoot root = StormRoot.of(members);
        Collections.shuffle(members, random);

        assertThat(members).contains(root.alarm());
        assertThat(StormRoot.of(members)).isEqualTo(root);
    }

    private static StormMember member(String rule, int second, Optional<Subject> parent) {
        UUID id = UUID.randomUUID();
        return new StormMember(
                id,
                rule,
                Text.of(rule, rule),
                "condition",
                3,
                new Subject("device", id.toString()),
                Text.of("x", "x"),
                "/a/",
                parent,
                Instant.ofEpochSecond(second));
    }
}
