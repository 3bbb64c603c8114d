package org.chengshu.sense.rules;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chengshu.wire.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a device's memory is kept in the database; times are epoch microseconds, as precise as readings are. */
public final class MemoryJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long MICROS = 1_000_000;

    private MemoryJson() {}

    public static String write(DeviceMemory memory) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        memory.lastTime().ifPresent(time -> json.put("time", micros(time)));
        if (!memory.held().isEmpty()) {
            ObjectNode held = json.putObject("held");
            memory.held().forEach((property, value) -> write(held.putObject(property), value));
        }
        if (!memory.runs().isEmpty()) {
            ObjectNode runs = json.putObject("runs");
            memory.runs().forEach((rule, run) -> write(runs.putObject(rule), run));
        }
        return JSON.writeValueAsString(json);
    }

    public static DeviceMemory read(String text) {
        JsonNode json = JSON.readTree(text);
        Map<String, Held> held = new HashMap<>();
        json.path("held").forEachEntry((property, value) -> held.put(property, readHeld(value)));
        Map<String, Run> runs = new HashMap<>();
        json.path("runs").forEachEntry((rule, run) -> runs.put(rule, readRun(run)));
        return new DeviceMemory(time(json, "time"), held, runs);
    }

    private static void write(ObjectNode json, Held held) {
        switch (held.value()) {
            case Value.Num(double number) -> json.put("value", number);
            case Value.Bool(boolean flag) -> json.put("value", flag);
            case Value.Str(String text) -> json.put("value", text);
        }
        json.put("since", micros(held.since())).put("seen", micros(held.seen()));
    }

    private static void write(ObjectNode json, Run run) {
        json.put("rule", run.fingerprint()).put("since", micros(run.since()));
        run.raisedAt().ifPresent(at -> json.put("raised", micros(at)));
    }

    private static Held readHeld(JsonNode json) {
        JsonNode value = json.get("value");
        Value known = value.isNumber()
                ? Value.of(value.doubleValue())
                : value.isBoolean() ? Value.of(value.booleanValue()) : Value.of(value.stringValue());
        return new Held(known, instant(json.get("since")), instant(json.get("seen")));
    }

    private static Run readRun(JsonNode json) {
        return new Run(json.get("rule").stringValue(), instant(json.get("since")), time(json, "raised"));
    }

    private static Optional<Instant> time(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).map(MemoryJson::instant);
    }

    private static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), MICROS), time.getNano() / 1_000);
    }

    private static Instant instant(JsonNode micros) {
        long value = micros.longValue();
        return Instant.ofEpochSecond(Math.floorDiv(value, MICROS), Math.floorMod(value, MICROS) * 1_000);
    }
}
