package org.chengshu.sense.mqtt;

import java.util.Map;
import org.chengshu.sense.command.Command;
import org.chengshu.sense.topics.Dialect;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The messages that go to devices, as each platform's devices expect them. Pure. */
final class DownShapes {
    private static final JsonMapper JSON = JsonMapper.shared();

    private DownShapes() {}

    static byte[] command(Dialect dialect, String device, Command command) {
        return JSON.writeValueAsBytes(
                switch (dialect) {
                    case PLAIN -> plain(command);
                    case THINGSBOARD -> thingsBoard(command);
                    case JETLINKS -> jetLinks(device, command);
                });
    }

    private static ObjectNode plain(Command command) {
        ObjectNode message = JSON.createObjectNode().put("id", command.id()).put("name", command.name());
        message.set("arguments", command.arguments());
        return message;
    }

    private static ObjectNode thingsBoard(Command command) {
        ObjectNode message = JSON.createObjectNode().put("method", command.name());
        message.set("params", command.arguments());
        return message;
    }

    private static ObjectNode jetLinks(String device, Command command) {
        ObjectNode message = JSON.createObjectNode()
                .put("messageId", String.valueOf(command.id()))
                .put("deviceId", device)
                .put("functionId", command.name())
                .put("function", command.name());
        ArrayNode inputs = message.putArray("inputs");
        for (Map.Entry<String, JsonNode> argument : command.arguments().properties()) {
            inputs.addObject().put("name", argument.getKey()).set("value", argument.getValue());
        }
        return message;
    }

    static byte[] gatewayCommand(String device, Command command) {
        ObjectNode message = JSON.createObjectNode().put("device", device);
        message.set("data", thingsBoard(command).put("id", command.id()));
        return JSON.writeValueAsBytes(message);
    }

    static byte[] wishes(Dialect dialect, String device, ObjectNode wishes) {
        if (dialect != Dialect.JETLINKS) {
            return JSON.writeValueAsBytes(wishes);
        }
        ObjectNode message = JSON.createObjectNode().put("messageId", "state").put("deviceId", device);
        message.set("properties", wishes);
        return JSON.writeValueAsBytes(message);
    }

    static byte[] gatewayWishes(String device, ObjectNode wishes) {
        ObjectNode message = JSON.createObjectNode().put("device", device);
        message.set("data", wishes);
        return JSON.writeValueAsBytes(message);
    }
}
