package org.chengshu.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chengshu.wire.WireFault.Kind;
import org.junit.jupiter.api.Test;

class TelemetryTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant TS = Instant.ofEpochMilli(1_700_000_000_000L);

    @Test
    void readsATimeWithItsValues() {
        Parsed parsed = parse("{'ts':1700000000000,'values':{'pm25':12.5,'on':true,'mode':'自动'}}");

        assertThat(parsed.faults()).isEmpty();
        assertThat(parsed.observations())
                .containsExactly(Observation.of(
                        TS, Map.of("pm25", Value.of(12.5), "on", Value.of(true), "mode", Value.of("自动"))));
    }

    @Test
    void takesValuesWithoutATimeAsHappenedOnArrival() {
        assertThat(parse("{'pm25':12,'on':false}").observations())
                .containsExactly(Observation.of(NOW, Map.of("pm25", Value.of(12), "on", Value.of(false))));
        assertThat(parse("{'values':{'pm25':12}}").observations())
                .containsExactly(Observation.of(NOW, "pm25", Value.of(12)));
    }

    @Test
    void keepsTheOrderOfAnArray() {
        assertThat(parse("[{'b':1},{'ts':'2023-11-15T06:13:20+08:00','values':{'a':2}},{'values':{'a':3},'ts':0}]")
                        .observations())
                .containsExactly(
                        Observation.of(NOW, "b", Value.of(1)),
                        Observation.of(TS, "a", Value.of(2)),
                        Observation.of(Instant.EPOCH, "a", Value.of(3)));
    }

    @Test
    void tellsEachFaultWithItsPlaceAndTakesTheRest() {
        Parsed parsed = parse("[{'good':1},{'pm25':null},{'ts':1,'values':{'pm25':[1,{}],'n':NaN,'o':1e999,'':1,'ok':2,"
                + "'ok':3,'t':'\\u0000'},'x':1},7,{}]");

        assertThat(parsed.observations())
                .containsExactly(
                        Observation.of(NOW, "good", Value.of(1)),
                        Observation.of(Instant.ofEpochMilli(1), "ok", Value.of(2)));
        assertThat(parsed.faults())
                .extracting(fault -> fault.kind() + " " + fault.place())
                .containsExactly(
                        "NULL_VALUE $[1].pm25",
                        "NESTED_VALUE $[2].values.pm25",
                        "NOT_FINITE $[2].values.n",
                        "OVERFLOW $[2].values.o",
                        "BAD_KEY $[2].values['']",
                        "DUPLICATE_KEY $[2].values.ok",
                        "BAD_TEXT $[2].values.t",
                        "UNEXPECTED_FIELD $[2].x",
                        "NOT_AN_OBJECT $[3]",
                        "EMPTY $[4]");
    }

    @Test
    void refusesAnObservationWithAnAbsurdTimeAndCountsWhatItCost() {
        Parsed parsed = parse(
                "[{'ts':-1,'values':{'a':1,'b':2}},{'ts':1772438400001,'values':{'a':1}},"
                        + "{'ts':'yesterday','values':{'a':1}},{'ts':null,'values':{'a':1}},{'ts':1772438400000,'values':{'a':1}}]");

        assertThat(parsed.taken()).isEqualTo(1);
        assertThat(parsed.lost()).isEqualTo(5);
        assertThat(parsed.faults())
                .extracting(WireFault::kind)
                .containsExactly(Kind.TIME_OUT_OF_RANGE, Kind.TIME_OUT_OF_RANGE, Kind.BAD_TIME, Kind.BAD_TIME);
    }

    @Test
    void takesNothingOfWhatIsNoJsonOrTooDeepOrTooMuch() {
        assertThat(onlyFault("")).isEqualTo(Kind.NOT_JSON);
        assertThat(onlyFault("[{'a':1},")).isEqualTo(Kind.NOT_JSON);
        assertThat(onlyFault("{'a':1} x")).isEqualTo(Kind.NOT_JSON);
        assertThat(onlyFault("true")).isEqualTo(Kind.NOT_AN_OBJECT);
        assertThat(onlyFault("[]")).isEqualTo(Kind.EMPTY);
        assertThat(onlyFault("[{'a':1},{'b':" + "[".repeat(20) + "]".repeat(20) + "}]"))
                .isEqualTo(Kind.TOO_DEEP);
        assertThat(onlyFault("[{'a':1}" + ",{'a':1}".repeat(1_000) + "]")).isEqualTo(Kind.TOO_MANY_OBSERVATIONS);
        assertThat(onlyFault("{'a':'" + "x".repeat(256 * 1024) + "'}")).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void writesWhatItReads() {
        Observation exact = Observation.of(NOW.plusNanos(1_500), Map.of("n", Value.of(-0.0), "t", Value.of("\"\n")));

        assertThat(new String(Telemetry.write(Observation.of(TS, "pm25", Value.of(12))), UTF_8))
                .isEqualTo("{\"ts\":1700000000000,\"values\":{\"pm25\":12}}");
        assertThat(Telemetry.parse(Telemetry.write(exact), NOW).observations()).containsExactly(exact);
    }

    private static Kind onlyFault(String json) {
        Parsed parsed = parse(json);
        assertThat(parsed.observations()).isEmpty();
        assertThat(parsed.faults()).hasSize(1);
        return parsed.faults().getFirst().kind();
    }

    private static Parsed parse(String json) {
        return Telemetry.parse(json.replace('\'', '"').getBytes(UTF_8), NOW);
    }

    @Test
    void readsAGatewaysDevicesInBothShapes() {
        List<GatewayBatch.DeviceObservations> expected = List.of(
                new GatewayBatch.DeviceObservations(
                        "a", List.of(Observation.of(TS, "x", Value.of(1)), Observation.of(NOW, "x", Value.of(3)))),
                new GatewayBatch.DeviceObservations("b", List.of(Observation.of(TS, "x", Value.of(2)))));

        GatewayBatch.Parsed array = gateway(
                "[{'device':'a','ts':1700000000000,'values':{'x':1}},"
                        + "{'device':'b','ts':1700000000000,'values':{'x':2}},{'device':'a','values':{'x':3}},{'values':{'x':4}}]");
        GatewayBatch.Parsed object = gateway("{'a':[{'ts':1700000000000,'values':{'x':1}},{'x':3}],"
                + "'b':{'ts':1700000000000,'values':{'x':2}},' ':[{'x':4}]}");

        assertThat(array.devices()).isEqualTo(expected);
        assertThat(object.devices()).isEqualTo(expected);
        assertThat(array.faults()).containsExactly(badDevice("$[3].device", array));
        assertThat(object.faults()).containsExactly(badDevice("$[' ']", object));
    }

    private static WireFault badDevice(String place, GatewayBatch.Parsed parsed) {
        return new WireFault(Kind.BAD_DEVICE, place, parsed.faults().getFirst().detail());
    }

    private static GatewayBatch.Parsed gateway(String json) {
        return GatewayBatch.parse(json.replace('\'', '"').getBytes(UTF_8), NOW);
    }
}
