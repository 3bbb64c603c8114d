package org.chengshu.wire;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Reads and writes the messages of one device. Three shapes are read, which are those that ThingsBoard devices send:
 * {@code {"ts":1700000000000,"values":{"pm25":12.5}}}; a plain object of values, which happened on arrival; and an array
 * of either. A time is epoch milliseconds or ISO 8601 with an offset. An object is read by the first shape when it has a
 * {@code values} object; in a plain object {@code ts} is a value like any other. What is wrong is told fault by fault, the
 * rest is taken. Reading never throws, whatever the bytes. Safe for many threads.
 */
public final class Telemetry {
    public static final int MAX_BYTES = 256 * 1024;
    public static final int MAX_OBSERVATIONS = 1_000;
    public static final int MAX_VALUES = 256;
    public static final int MAX_KEY = 64;
    public static final int MAX_TEXT = 1_024;
    public static final int MAX_DEPTH = 16;
    public static final int MAX_FAULTS = 1_000;

    private Telemetry() {}

    /** Reads a message that arrived at {@code received}. */
    public static Parsed parse(byte[] json, Instant received) {
        Optional<Observation> quick = Quick.read(json, received);
        return quick.isPresent() ? new Parsed(List.of(quick.get()), List.of()) : parseAny(json, received);
    }

    /** As {@link #parse}, by the reader that knows all of JSON. */
    static Parsed parseAny(byte[] json, Instant received) {
        Faults faults = new Faults();
        List<Observation> taken = new ArrayList<>(1);
        Json.read(json, faults, parser -> new MessageReader(
                        parser, received, faults, (nobody, observation) -> taken.add(observation))
                .readDevice());
        return new Parsed(faults.isFatal() ? List.of() : taken, faults.list());
    }

    /** Writes an observation in the first shape; reading it again answers an equal one. */
    public static byte[] write(Observation observation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 + 24 * observation.size());
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            writeTime(json, observation.time());
            json.writeName("values");
            json.writeStartObject();
            for (Map.Entry<String, Value> entry : observation.values().entrySet()) {
                json.writeName(entry.getKey());
                writeValue(json, entry.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void writeTime(JsonGenerator json, Instant time) {
        json.writeName("ts");
        if (time.equals(time.truncatedTo(ChronoUnit.MILLIS))) {
            json.writeNumber(time.toEpochMilli());
        } else {
            json.writeString(time.toString());
        }
    }

    private static void writeValue(JsonGenerator json, Value value) {
        switch (value) {
            case Value.Num(double number) -> writeNumber(json, number);
            case Value.Bool(boolean flag) -> json.writeBoolean(flag);
            case Value.Str(String text) -> json.writeString(text);
        }
    }

    private static void writeNumber(JsonGenerator json, double number) {
        long whole = (long) number;
        if (whole == number && Math.abs(whole) < (1L << 53) && whole != 0) {
            json.writeNumber(whole);
        } else {
            json.writeNumber(number);
        }
    }
}
