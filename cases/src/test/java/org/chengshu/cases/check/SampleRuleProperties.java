package org.chengshu.cases.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class SampleRuleProperties {
    @Property
    void theSameCaseIsAlwaysDrawnOrNever(
            @ForAll @Size(32) byte[] key,
            @ForAll long high,
            @ForAll long low,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        UUID id = new UUID(high, low);

        assertThat(SampleRule.draws(key, id, share)).isEqualTo(SampleRule.draws(key, id, share));
        assertThat(SampleRule.draws(key, id, 0)).isFalse();
        assertThat(SampleRule.draws(key, id, 1)).isTrue();
    }

    @Property
    void aLargerShareDrawsAllThatASmallerOneDoes(
            @ForAll @Size(32) byte[] key,
            @ForAll long low,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        UUID id = new UUID(7, low);

        assertThat(SampleRule.draws(key, id, Math.min(one, other)) && !SampleRule.draws(key, id, Math.max(one, other)))
                .isFalse();
    }

    @Property(tries = 20)
    void aboutTheShareOfManyIsDrawn(
            @ForAll @Size(32) byte[] key, @ForAll @DoubleRange(min = 0.05, max = 0.95) double share) {
        Random ids = new Random(42);
        long drawn = IntStream.range(0, 4_000)
                .filter(i -> SampleRule.draws(key, new UUID(ids.nextLong(), ids.nextLong()), share))
                .count();

        assertThat(drawn / 4_000.0).isBetween(share - 0.05, share + 0.05);
    }
}
