package org.chengshu.core.tree.internal.packs;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.core.tree.internal.nodes.Node;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The part of a pack that names the city's organisations. */
@Component
class OrganisationsSection implements PackSection {
    private static final String NAME = "organisations";
    private static final int AFTER_THE_AREAS = 20;
    private static final String SCHEMA = """
            {
              "x-name": {"zh": "组织机构", "en": "organisations"},
              "x-help": {"zh": "部门树的一个节点。", "en": "A node of the tree of departments."},
              "type": "object",
              "required": ["code", "name", "kind"],
              "additionalProperties": false,
              "properties": {
                "code": {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$"},
                "name": {
                  "type": "object", "required": ["zh", "en"], "additionalProperties": false,
                  "properties": {
                    "zh": {"type": "string", "minLength": 1}, "en": {"type": "string", "minLength": 1}
                  }
                },
                "kind": {"type": "string", "minLength": 1},
                "parent": {"type": "string"},
                "area": {"type": "string"}
              }
            }
            """;

    private final PackNodes nodes;
    private final JsonNode schema;

    OrganisationsSection(PackNodes nodes, JsonMapper json) {
        this.nodes = nodes;
        this.schema = json.readTree(SCHEMA);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JsonNode schema() {
        return schema;
    }

    @Override
    public int order() {
        return AFTER_THE_AREAS;
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        TreeItems.checkParents(NAME, contents, items, faults);
        nodes.checkOwners(Tree.ORGANISATION, items, faults);
        items.forEach(item -> TreeItems.checkReference(AreasSection.NAME, "area", contents, item, faults));
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        nodes.replace(
                Tree.ORGANISATION,
                packId,
                items.stream().map(OrganisationsSection::node).toList());
    }

    @Override
    public boolean holds(String id) {
        return nodes.holds(Tree.ORGANISATION, id);
    }

    private static Node node(PackItem item) {
        return Node.of(
                item.id(),
                TreeItems.name(item),
                item.json().path("kind").asString(),
                TreeItems.text(item.json(), "parent"),
                TreeItems.text(item.json(), "area"),
                Optional.empty());
    }
}
