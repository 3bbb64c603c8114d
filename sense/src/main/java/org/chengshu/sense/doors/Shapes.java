package org.chengshu.sense.doors;

import java.util.Optional;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.device.KnownDevice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Turns the messages of other platforms' devices into the shape that telemetry is read from. Pure. */
final class Shapes {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Shapes() {}

    /** {@code {"properties":{...},"timestamp":...}} of JetLinks; what is no such thing stays as it is. */
    static byte[] ofProperties(byte[] message) {
        return read(message)
                .filter(json -> json.path("properties").isObject())
                .map(json -> telemetry(json, json.get("properties")))
                .orElse(message);
    }

    /**
     * An event's data: kept as text under the event's name when the device has such a text, else its fields are values; a
     * single value has the event's name.
     */
    static byte[] ofEvent(KnownDevice device, String event, byte[] message) {
        Optional<JsonNode> read = read(message);
        if (read.isEmpty()) {
            return message;
        }
        JsonNode json = read.get();
        JsonNode data = json.has("data") ? json.get("data") : json;
        boolean kept = device.product()
                .find(event)
                .filter(property -> property.type() == PropertyType.TEXT)
                .isPresent();
        if (data.isObject() && !kept) {
            return telemetry(json, data);
        }
        ObjectNode values = JSON.createObjectNode();
        if (kept && !data.isString()) {
            values.put(event, data.toString());
        } else {
            values.set(event, data);
        }
        return telemetry(json, values);
    }

    private static byte[] telemetry(JsonNode json, JsonNode values) {
        ObjectNode shaped = JSON.createObjectNode();
        JsonNode time = json.path("timestamp").isMissingNode() ? json.path("ts") : json.path("timestamp");
        if (time.isNumber() || time.isString()) {
            shaped.set("ts", time);
        }
        shaped.set("values", values);
        return JSON.writeValueAsBytes(shaped);
    }

    /** The message as JSON; empty when it is none. */
    static Optional<JsonNode> read(byte[] message) {
        try {
            return Optional.ofNullable(JSON.readTree(message)).filter(json -> !json.isMissingNode());
        } catch (tools.jackson.core.JacksonException e) {
            return Optional.empty();
        }
    }
}
