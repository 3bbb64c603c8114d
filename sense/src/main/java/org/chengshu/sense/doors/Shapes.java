package org.chengshu.sense.doors;

import java.util.Optional;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.device.KnownDevice;
import tools.jackson.core.JacksonException;
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
                .flatMap(json -> telemetry(json, json.get("properties")))
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
            return telemetry(json, data).orElse(message);
        }
        ObjectNode values = JSON.createObjectNode();
        if (kept && !data.isString()) {
            values.put(event, data.toString());
        } else {
            values.set(event, data);
        }
        return telemetry(json, values).orElse(message);
    }

    /** Empty when it cannot be written again, as with half a surrogate pair in a name. */
    private static Optional<byte[]> telemetry(JsonNode json, JsonNode values) {
        ObjectNode shaped = JSON.createObjectNode();
        JsonNode time = json.path("timestamp").isMissingNode() ? json.path("ts") : json.path("timestamp");
        if (time.isNumber() || time.isString()) {
            shaped.set("ts", time);
        }
        shaped.set("values", values);
        try {
            return Optional.of(JSON.writeValueAsBytes(shaped));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The message as JSON; empty when it is none. */
    static Optional<JsonNode> read(byte[] message) {
        try {
            return Optional.ofNullable(JSON.readTree(message)).filter(json -> !json.isMissingNode());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
