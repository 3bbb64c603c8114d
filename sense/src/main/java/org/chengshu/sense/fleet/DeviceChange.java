package org.chengshu.sense.fleet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Device;
import org.chengshu.sense.Lifecycle;
import org.chengshu.sense.NewDevice;
import tools.jackson.databind.JsonNode;

/**
 * What is changed of many devices alike: area, owner, parent, lifecycle, titles ({@code {code}} stands for the code), tags to
 * be set and removed. What is not named stays; null takes away. Immutable.
 */
record DeviceChange(JsonNode json) {
    private static final Set<String> KEYS = Set.of("area", "owner", "parent", "lifecycle", "title", "tags");
    private static final String CODE = "{code}";

    DeviceChange {
        if (!json.isObject() || json.isEmpty()) {
            throw new Fault(CoreError.BAD_REQUEST, "change names what is to be changed: " + String.join(", ", KEYS));
        }
        json.propertyNames().stream()
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new Fault(
                            CoreError.BAD_REQUEST,
                            "change has no " + key + "; what can be changed is " + String.join(", ", KEYS));
                });
        lifecycle(json);
    }

    NewDevice of(Device device) {
        return new NewDevice(
                device.code(),
                device.product(),
                title(device),
                word("area", device.area()),
                device.position(),
                word("owner", device.owner()),
                tags(device.tags()),
                lifecycle(json).or(() -> Optional.of(device.lifecycle())),
                word("parent", device.parent()));
    }

    private Optional<String> word(String key, Optional<String> before) {
        JsonNode value = json.path(key);
        if (value.isMissingNode()) {
            return before;
        }
        return value.isString() && !value.stringValue().isBlank() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    private static Optional<Lifecycle> lifecycle(JsonNode json) {
        if (!json.has("lifecycle")) {
            return Optional.empty();
        }
        String word = json.path("lifecycle").asString("");
        return Optional.of(Lifecycle.ofWord(word)
                .orElseThrow(() -> new Fault(
                        CoreError.BAD_REQUEST, "a lifecycle is planned, active, maintenance or retired, not " + word)));
    }

    private Text title(Device device) {
        JsonNode title = json.path("title");
        return Text.of(
                title.path("zh").asString(device.title().zh()).replace(CODE, device.code()),
                title.path("en").asString(device.title().en()).replace(CODE, device.code()));
    }

    private Map<String, String> tags(Map<String, String> before) {
        Map<String, String> tags = new HashMap<>(before);
        List<String> gone =
                json.at("/tags/remove").valueStream().map(JsonNode::asString).toList();
        gone.forEach(tags::remove);
        json.at("/tags/set").forEachEntry((name, value) -> tags.put(name, value.asString("")));
        return tags;
    }
}
