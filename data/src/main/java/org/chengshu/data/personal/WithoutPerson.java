package org.chengshu.data.personal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON document in which the stand-in takes the place of a person's number. Pure. */
final class WithoutPerson {
    private WithoutPerson() {}

    static JsonNode in(JsonNode node, ErasedPerson person) {
        if (node.isString()) {
            return person.is(node.stringValue())
                    ? JsonMapper.shared().getNodeFactory().stringNode(person.stand())
                    : node;
        }
        if (node.isArray()) {
            ArrayNode items = JsonMapper.shared().createArrayNode();
            node.forEach(item -> items.add(in(item, person)));
            return items;
        }
        if (node.isObject()) {
            ObjectNode object = JsonMapper.shared().createObjectNode();
            node.forEachEntry((name, value) -> object.set(person.is(name) ? person.stand() : name, in(value, person)));
            return object;
        }
        return node;
    }
}
