package org.chengshu.core.tree.internal.packs;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.core.tree.internal.nodes.Boundary;
import org.chengshu.core.tree.internal.nodes.Node;
import org.chengshu.core.tree.internal.nodes.Outline;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Datum;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The part of a pack that draws the city's areas. */
@Component
class AreasSection implements PackSection {
    static final String NAME = "areas";
    private static final int FIRST = 10;
    private static final String SCHEMA = """
            {
              "x-name": {"zh": "区域", "en": "areas"},
              "x-help": {"zh": "区域树的一个节点：区县、街道、社区、网格。", "en": "A node of the tree of areas: district, street, community, grid."},
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
                "boundary": {
                  "type": "object", "required": ["type", "coordinates"],
                  "properties": {
                    "type": {"enum": ["Polygon", "MultiPolygon"]}, "coordinates": {"type": "array"}
                  }
                }
              }
            }
            """;

    private final PackNodes nodes;
    private final JsonNode schema;

    AreasSection(PackNodes nodes, JsonMapper json) {
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
        return FIRST;
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        TreeItems.checkParents(NAME, contents, items, faults);
        nodes.checkOwners(Tree.AREA, items, faults);
        for (PackItem item : items) {
            boundary(item).ifPresent(boundary -> checkBoundary(item, boundary, faults));
        }
    }

    private static void checkBoundary(PackItem item, JsonNode boundary, PackFaults faults) {
        try {
            Boundary.read(boundary);
        } catch (IllegalArgumentException e) {
            faults.add(item.place("/boundary"), Text.of("边界无效：" + e.getMessage(), String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        nodes.replace(Tree.AREA, packId, items.stream().map(AreasSection::node).toList());
    }

    @Override
    public boolean holds(String id) {
        return nodes.holds(Tree.AREA, id);
    }

    private static Node node(PackItem item) {
        return Node.of(
                item.id(),
                TreeItems.name(item),
                item.json().path("kind").asString(),
                TreeItems.text(item.json(), "parent"),
                Optional.empty(),
                boundary(item).map(geometry -> new Outline(geometry, Datum.WGS84)));
    }

    private static Optional<JsonNode> boundary(PackItem item) {
        JsonNode boundary = item.json().path("boundary");
        return boundary.isObject() ? Optional.of(boundary) : Optional.empty();
    }
}
