package org.chengshu.sense.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chengshu.sense.codec.Micros;
import org.chengshu.wire.Value;
import org.junit.jupiter.api.Test;

class MemoryCodecTest {
    private static final Instant EIGHT = Instant.parse("2026-03-01T08:00:00Z");

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("memories") DeviceMemory memory) {
        assertThat(MemoryCodec.read(MemoryCodec.write(memory))).isEqualTo(memory);
        assertThat(MemoryCodec.readText(MemoryCodec.writeText(memory))).isEqualTo(memory);
    }

    @Property
    void bytesThatEndTooEarlyAreRefused(@ForAll("memories") DeviceMemory memory, @ForAll int cut) {
        byte[] whole = MemoryCodec.write(memory);
        int length = Math.floorMod(cut, whole.length);
        if (length != 9) {
            assertThatThrownBy(() -> MemoryCodec.read(Arrays.copyOf(whole, length)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        try {
            MemoryCodec.read(bytes);
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            assertThat(e).isNotNull();
        } catch (RuntimeException e) {
            assertThat(bytes[0]).as("only the former form is JSON").isEqualTo((byte) '{');
        }
    }

    @Test
    void aDeviceWithNothingToRememberTakesNineBytes() {
        assertThat(MemoryCodec.write(DeviceMemory.of(Optional.of(EIGHT), Map.of(), Map.of())))
                .hasSize(9);
    }

    @Test
    void readsTheFormerForm() {
        String json = """
                {"time": 1772352000000000,
                 "held": {"pm25": {"value": 20.5, "since": 1772348400000000, "seen": 1772352000000000},
                          "mode": {"value": "on", "since": 1772352000000000, "seen": 1772352000000000}},
                 "runs": {"heavy": {"rule": "a1", "since": 1772352000000000, "raised": 1772352000000000},
                          "high": {"rule": "b2", "since": 1772348400000000}}}""";

        DeviceMemory memory = MemoryCodec.read(json.getBytes(StandardCharsets.UTF_8));

        Instant seven = EIGHT.minusSeconds(3_600);
        assertThat(memory)
                .isEqualTo(DeviceMemory.of(
                        Optional.of(EIGHT),
                        Map.of(
                                "pm25",
                                new Held(Value.of(20.5), seven, EIGHT),
                                "mode",
                                new Held(Value.of("on"), EIGHT, EIGHT)),
                        Map.of(
                                "heavy", Run.plain("a1", EIGHT, Optional.of(EIGHT)),
                                "high", Run.plain("b2", seven, Optional.empty()))));
        assertThat(memory.raised()).containsExactly("heavy");
    }

    @Provide
    Arbitrary<DeviceMemory> memories() {
        Arbitrary<Instant> times =
                Arbitraries.longs().between(0, 4_000_000_000_000_000L).map(micros -> Micros.instant(micros));
        Arbitrary<Value> values = Arbitraries.oneOf(
                Arbitraries.doubles().map(Value::of),
                Arbitraries.of(true, false).map(Value::of),
                Arbitraries.strings().ofMaxLength(8).map(Value::of));
        Arbitrary<Held> held = Combinators.combine(
                        values, times, Arbitraries.longs().between(0, 1_000_000_000))
                .as((value, since, later) -> new Held(value, since, since.plusMillis(later)));
        Arbitrary<Long> cells = Arbitraries.oneOf(
                Arbitraries.just(Micros.NONE), Arbitraries.longs().between(0, 3), times.map(Micros::of));
        Arbitrary<List<Long>> some = cells.list().ofMinSize(3).ofMaxSize(9);
        Arbitrary<Run> runs = Combinators.combine(Arbitraries.strings().alpha().ofMaxLength(6), some)
                .as(Run::new);
        Arbitrary<String> names = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(12);
        return Combinators.combine(
                        times.optional(),
                        Arbitraries.maps(names, held).ofMaxSize(4),
                        Arbitraries.maps(names, runs).ofMaxSize(4))
                .as(DeviceMemory::of);
    }
}
