package org.chengshu.sense.groups;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.sense.DeviceStatus;
import org.chengshu.sense.Group;
import org.chengshu.sense.GroupQuery;
import org.chengshu.sense.Lifecycle;
import org.chengshu.sense.SenseError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes a group as packs and requests describe it. */
final class GroupJson {
    private GroupJson() {}

    static Group read(String id, JsonNode json, Optional<String> pack) {
        try {
            return new Group(
                    id,
                    Text.of(
                            word(json.path("title"), "zh").orElse(id),
                            word(json.path("title"), "en").orElse(id)),
                    json.path("devices").valueStream().map(JsonNode::asString).toList(),
                    Optional.of(json.path("query")).filter(JsonNode::isObject).map(GroupJson::query),
                    pack,
                    1);
        } catch (IllegalArgumentException e) {
            throw new Fault(SenseError.GROUP_FAULTY, e.getMessage(), e);
        }
    }

    static GroupQuery query(JsonNode json) {
        Map<String, String> tags = new HashMap<>();
        json.path("tags").forEachEntry((name, value) -> tags.put(name, value.asString()));
        return new GroupQuery(
                word(json, "product"),
                word(json, "area"),
                tags,
                word(json, "status").map(DeviceStatus::ofWord),
                word(json, "lifecycle").map(word -> Lifecycle.ofWord(word)
                        .orElseThrow(() -> new IllegalArgumentException("no lifecycle " + word))));
    }

    /** As a pack would describe it. */
    static JsonNode write(Group group) {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("id", group.id());
        json.putObject("title")
                .put("zh", group.title().zh())
                .put("en", group.title().en());
        if (group.query().isPresent()) {
            json.set("query", write(group.query().get()));
        } else {
            List<String> devices = group.devices();
            devices.forEach(json.putArray("devices")::add);
        }
        return json;
    }

    static ObjectNode write(GroupQuery query) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        query.product().ifPresent(product -> json.put("product", product));
        query.area().ifPresent(area -> json.put("area", area));
        if (!query.tags().isEmpty()) {
            ObjectNode tags = json.putObject("tags");
            query.tags().forEach(tags::put);
        }
        query.status().ifPresent(status -> json.put("status", status.word()));
        query.lifecycle().ifPresent(lifecycle -> json.put("lifecycle", lifecycle.word()));
        return json;
    }

    private static Optional<String> word(JsonNode json, String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }
}
