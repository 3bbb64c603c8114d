package org.chengshu.core.tree.internal;

import java.util.List;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.core.tree.Organisation;
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

    private final CityOrganisations organisations;
    private final JsonNode schema;

    OrganisationsSection(CityOrganisations organisations, JsonMapper json) {
        this.organisations = organisations;
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
        items.forEach(item -> TreeItems.checkReference(AreasSection.NAME, "area", contents, item, faults));
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        organisations.replace(
                packId, items.stream().map(OrganisationsSection::organisation).toList());
    }

    private static Organisation organisation(PackItem item) {
        return new Organisation(
                item.id(),
                TreeItems.name(item),
                item.json().path("kind").asString(),
                TreeItems.text(item.json(), "parent"),
                "/" + item.id() + "/",
                TreeItems.text(item.json(), "area"));
    }
}
