package org.chengshu.sense.rules;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chengshu.sense.codec.Micros;
import org.chengshu.wire.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a device's memory was kept at first; times are epoch microseconds. */
final class MemoryJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private MemoryJson() {}

    static DeviceMemory read(String text) {
        JsonNode json = JSON.readTree(text);
        Map<String, Held> held = new HashMap<>();
        json.path("held").forEachEntry((property, value) -> held.put(property, readHeld(value)));
        Map<String, Run> runs = new HashMap<>();
        json.path("runs").forEachEntry((rule, run) -> runs.put(rule, readRun(run)));
        return DeviceMemory.of(time(json, "time"), held, runs);
    }

    private static Held readHeld(JsonNode json) {
        JsonNode value = json.get("value");
        Value known = value.isNumber()
                ? Value.of(value.doubleValue())
                : value.isBoolean() ? Value.of(value.booleanValue()) : Value.of(value.stringValue());
        return new Held(known, instant(json.get("since")), instant(json.get("seen")));
    }

    private static Run readRun(JsonNode json) {
        return Run.plain(json.get("rule").stringValue(), instant(json.get("since")), time(json, "raised"));
    }

    private static Optional<Instant> time(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).map(MemoryJson::instant);
    }

    private static Instant instant(JsonNode micros) {
        return Micros.instant(micros.longValue());
    }
}
