package org.chengshu.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.wire.Messages.NOW;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class TelemetryProperties {
    @Property(tries = 3_000)
    void readingNeverThrowsAndAlwaysAnswersSomething(@ForAll("messages") byte[] message) {
        Parsed parsed = Telemetry.parse(message, NOW);
        GatewayBatch.Parsed batch = GatewayBatch.parse(message, NOW);

        assertThat(parsed.taken() + parsed.lost()).isPositive();
        assertThat(batch.devices().size() + batch.faults().size()).isPositive();
        parsed.observations().forEach(TelemetryProperties::assertCanBeStored);
        batch.devices().forEach(device -> device.observations().forEach(TelemetryProperties::assertCanBeStored));
    }

    @Property(tries = 1_000)
    void whatIsWrittenIsReadAgain(@ForAll("observations") Observation observation) {
        Parsed parsed = Telemetry.parse(Telemetry.write(observation), NOW);

        assertThat(parsed.faults()).isEmpty();
        assertThat(parsed.observations()).containsExactly(observation);
    }

    @Property(tries = 200)
    void everyValueIsEitherTakenOrLost(@ForAll @IntRange(min = 1, max = 600) int values, @ForAll boolean lateClock) {
        StringBuilder json = new StringBuilder("{\"ts\":" + (lateClock ? -1 : 1) + ",\"values\":{");
        for (int i = 0; i < values; i++) {
            json.append(i == 0 ? "" : ",").append("\"p").append(i).append("\":").append(i % 3 == 0 ? "null" : "1");
        }
        Parsed parsed = Telemetry.parse(json.append("}}").toString().getBytes(UTF_8), NOW);

        assertThat(parsed.taken() + parsed.lost()).isBetween(values, lateClock ? values + 1 : values);
        assertThat(parsed.taken() == 0).isEqualTo(lateClock || values == 1);
    }

    @Property(tries = 50)
    void aFloodOfFaultsIsCounted(@ForAll @IntRange(min = 1_001, max = 20_000) int faults) {
        String json = "[" + "1,".repeat(faults - 1) + "1]";

        Parsed parsed = Telemetry.parse(json.getBytes(UTF_8), NOW);

        assertThat(parsed.faults()).hasSize(Telemetry.MAX_FAULTS + 1);
        assertThat(parsed.faults().getLast().kind()).isEqualTo(WireFault.Kind.MORE_FAULTS);
        assertThat(parsed.lost()).isEqualTo(faults);
    }

    @Property(tries = 300)
    void aTimeIsTakenUpToADayAhead(@ForAll @LongRange(min = -86_400_000L, max = 3_000_000_000_000L) long millis) {
        Parsed parsed = Telemetry.parse(("{\"ts\":" + millis + ",\"values\":{\"a\":1}}").getBytes(UTF_8), NOW);

        boolean plausible = millis >= 0 && millis <= NOW.toEpochMilli() + 86_400_000L;
        assertThat(parsed.observations().size()).isEqualTo(plausible ? 1 : 0);
    }

    private static void assertCanBeStored(Observation observation) {
        assertThat(observation.time()).isBetween(Instant.EPOCH, NOW.plus(Times.AHEAD));
        observation.values().keySet().forEach(name -> assertThat(name).matches(Texts::isName));
        for (Value value : observation.values().values()) {
            if (value instanceof Value.Str(String text)) {
                assertThat(new String(text.getBytes(UTF_8), UTF_8))
                        .isEqualTo(text)
                        .doesNotContain("\0");
            }
        }
    }

    @Provide
    Arbitrary<byte[]> messages() {
        return Arbitraries.oneOf(Messages.wellFormed(), Messages.damaged(), Messages.anyBytes());
    }

    @Provide
    Arbitrary<Observation> observations() {
        Arbitrary<Value> numbers = Arbitraries.oneOf(
                        Arbitraries.doubles(), Arbitraries.longs().map(Long::doubleValue))
                .map(Value::of);
        Arbitrary<Value> texts =
                Arbitraries.strings().ofMaxLength(50).filter(Texts::isStorable).map(Value::of);
        Arbitrary<String> names =
                Arbitraries.strings().ofMinLength(1).ofMaxLength(20).filter(Texts::isName);
        Arbitrary<Map<String, Value>> values = Arbitraries.maps(
                        names,
                        Arbitraries.oneOf(List.of(
                                numbers, texts, Arbitraries.of(true, false).map(Value::of))))
                .ofMinSize(1)
                .ofMaxSize(8);
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(0, NOW.toEpochMilli() * 1_000)
                .map(micros -> Instant.EPOCH.plusNanos(micros * 1_000));
        return values.flatMap(held -> times.map(time -> Observation.of(time, held)));
    }
}
