package org.chengshu.sense.device;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;
import org.chengshu.sense.Device;
import org.chengshu.sense.Lifecycle;
import org.chengshu.sense.NewDevice;
import org.chengshu.sense.SenseError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a device as packs and requests describe it. Without a title the code is shown. */
public final class DeviceJson {
    private DeviceJson() {}

    public static NewDevice read(JsonNode json) {
        try {
            String code = word(json, "code").orElse("");
            return new NewDevice(
                    code,
                    word(json, "product").orElse(""),
                    title(json.path("title"), code),
                    word(json, "area"),
                    position(json.path("position")),
                    word(json, "owner"),
                    tags(json.path("tags")),
                    word(json, "lifecycle").map(DeviceJson::lifecycle),
                    word(json, "parent"));
        } catch (IllegalArgumentException e) {
            throw new Fault(SenseError.DEVICE_FAULTY, e.getMessage(), e);
        }
    }

    /** As a pack would describe it. */
    public static JsonNode write(Device device) {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("code", device.code())
                .put("product", device.product());
        json.putObject("title")
                .put("zh", device.title().zh())
                .put("en", device.title().en());
        device.area().ifPresent(area -> json.put("area", area));
        device.position()
                .ifPresent(at -> json.putArray("position").add(at.longitude()).add(at.latitude()));
        device.owner().ifPresent(owner -> json.put("owner", owner));
        device.parent().ifPresent(parent -> json.put("parent", parent));
        if (device.lifecycle() != Lifecycle.ACTIVE) {
            json.put("lifecycle", device.lifecycle().word());
        }
        if (!device.tags().isEmpty()) {
            ObjectNode tags = json.putObject("tags");
            new TreeMap<>(device.tags()).forEach(tags::put);
        }
        return json;
    }

    private static Lifecycle lifecycle(String word) {
        return Lifecycle.ofWord(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a lifecycle is planned, active, maintenance or retired, not " + word));
    }

    private static Optional<String> word(JsonNode json, String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    private static Text title(JsonNode json, String code) {
        Optional<String> zh = word(json, "zh");
        Optional<String> en = word(json, "en");
        return Text.of(zh.or(() -> en).orElse(code), en.or(() -> zh).orElse(code));
    }

    /** Packs write [longitude, latitude] as GeoJSON does, requests may also name the two. */
    private static Optional<Position> position(JsonNode json) {
        if (json.isArray() && json.size() == 2) {
            return Optional.of(new Position(json.get(0).asDouble(), json.get(1).asDouble()));
        }
        if (json.isObject()) {
            return Optional.of(new Position(
                    json.path("longitude").asDouble(), json.path("latitude").asDouble()));
        }
        return Optional.empty();
    }

    private static Map<String, String> tags(JsonNode json) {
        Map<String, String> tags = new HashMap<>();
        json.forEachEntry((name, value) -> tags.put(name, value.asString()));
        return tags;
    }
}
