package org.chengshu.core.http.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class BucketProperties {
    private static final long MINUTE = Bucket.WINDOW.toNanos();

    @Property
    void neverServesMoreThanItHeldAndWasFilledWith(
            @ForAll @IntRange(min = 1, max = 500) int size,
            @ForAll @Size(max = 2_000) List<@LongRange(min = 0, max = 200_000_000L) Long> waits) {
        Bucket bucket = new Bucket(size, 0);
        long now = 0;
        int served = 0;
        for (long wait : waits) {
            now += wait;
            served += bucket.take(now) >= 0 ? 1 : 0;
        }
        assertThat(served).isLessThanOrEqualTo(size + (int) Math.ceil(size * (double) now / MINUTE));
    }

    @Property
    void servesOneAgainWhenTheTimeThatItNamedIsOver(@ForAll @IntRange(min = 1, max = 10_000) int size) {
        Bucket bucket = new Bucket(size, 0);
        while (bucket.take(0) >= 0) {
            // until nothing is left
        }
        long then = bucket.untilOne().toNanos() + 1;

        assertThat(bucket.take(then)).isZero();
        assertThat(bucket.take(then)).isNegative();
    }

    @Property
    void isAsGoodAsNewAfterAMinute(@ForAll @IntRange(min = 1, max = 10_000) int size) {
        Bucket bucket = new Bucket(size, 0);
        bucket.take(0);

        assertThat(bucket.isFull(0)).isFalse();
        assertThat(bucket.isFull(MINUTE)).isTrue();
    }
}
