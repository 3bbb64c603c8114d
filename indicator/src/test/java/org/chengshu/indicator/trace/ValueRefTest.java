package org.chengshu.indicator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.chengshu.core.spi.TraceRef;
import org.junit.jupiter.api.Test;

class ValueRefTest {
    @Property
    void anyTextIsReadOrRefused(@ForAll String id) {
        ValueRef.of(TraceRef.of("indicator", id))
                .ifPresent(ref -> assertThat(ref.indicator()).isNotNull());
    }

    @Test
    void keepsKeysWithSeparators() {
        ValueRef ref = new ValueRef("aqi-day", Instant.parse("2026-03-01T16:00:00Z"), "device:a@b:c");
        assertThat(ValueRef.of(ref.ref())).isEqualTo(Optional.of(ref));
        assertThat(ValueRef.of(TraceRef.of("case", ref.ref().id()))).isEmpty();
        assertThat(ValueRef.of(TraceRef.of("indicator", UUID.randomUUID().toString())))
                .isEmpty();
    }
}
