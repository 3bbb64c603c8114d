package org.chengshu.core.access.internal.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The part of a pack that names roles. */
@Component
class RolesSection implements PackSection {
    private static final int AFTER_THE_TREES = 30;
    private static final String SCHEMA = """
            {
              "x-name": {"zh": "角色", "en": "roles"},
              "x-help": {"zh": "一组权限，授予账号。", "en": "A set of permissions that accounts are given."},
              "type": "object",
              "required": ["id", "title", "permissions"],
              "additionalProperties": false,
              "properties": {
                "id": {"type": "string", "pattern": "^[a-z][a-z0-9-]{1,62}$"},
                "title": {
                  "type": "object", "required": ["zh", "en"], "additionalProperties": false,
                  "properties": {
                    "zh": {"type": "string", "minLength": 1}, "en": {"type": "string", "minLength": 1}
                  }
                },
                "permissions": {"type": "array", "items": {"type": "string"}, "uniqueItems": true}
              }
            }
            """;

    private final RoleStore roles;
    private final PermissionBook permissions;
    private final JsonNode schema;

    RolesSection(RoleStore roles, PermissionBook permissions, JsonMapper json) {
        this.roles = roles;
        this.permissions = permissions;
        this.schema = json.readTree(SCHEMA);
    }

    @Override
    public String name() {
        return "roles";
    }

    @Override
    public JsonNode schema() {
        return schema;
    }

    @Override
    public int order() {
        return AFTER_THE_TREES;
    }

    @Override
    public boolean holds(String id) {
        return id.equals(Role.ADMINISTRATOR) || roles.find(id).isPresent();
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        for (PackItem item : items) {
            if (item.id().equals(Role.ADMINISTRATOR)) {
                faults.add(item.place("/id"), Text.of("administrator 是内置角色", "administrator is built in"));
            }
            if (roles.find(item.id())
                    .filter(role -> role.origin() == Role.Origin.OWN && !isSame(role, item))
                    .isPresent()) {
                faults.add(
                        item.place("/id"),
                        Text.of("已有自建的同名角色，且内容不同", "somebody has made another role of this id by hand"));
            }
            checkPermissions(item, faults);
        }
    }

    // A role of people's own becomes the pack's when the pack says the same of it, as one drafted from it does.
    private static boolean isSame(Role role, PackItem item) {
        return role.title().equals(title(item))
                && Set.copyOf(role.permissions()).equals(Set.copyOf(permissionsOf(item)));
    }

    @Override
    public List<Text> effects(ItemChange change) {
        return change.changes("/permissions")
                ? List.of(Text.of("持有该角色的账号下次请求起生效", "accounts with this role have it from their next request on"))
                : List.of();
    }

    @Override
    public List<JsonNode> madeByHand() {
        return roles.madeByHand().stream().map(RolesSection::json).toList();
    }

    private static JsonNode json(Role role) {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("id", role.id());
        json.putObject("title")
                .put("zh", role.title().zh())
                .put("en", role.title().en());
        role.permissions().forEach(json.putArray("permissions")::add);
        return json;
    }

    private void checkPermissions(PackItem item, PackFaults faults) {
        List<String> named = permissionsOf(item);
        for (int i = 0; i < named.size(); i++) {
            if (!permissions.knows(named.get(i))) {
                faults.add(item.place("/permissions/" + i), unknown(named.get(i)));
            }
        }
    }

    private Text unknown(String permission) {
        return Nearest.of(permission, permissions.names())
                .map(near -> Text.of(
                        "没有权限 " + permission + "，是否为 " + near + "？",
                        "there is no permission " + permission + "; did you mean " + near + "?"))
                .orElseGet(() -> Text.of("没有权限 " + permission, "there is no permission " + permission));
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        items.forEach(item -> roles.upsert(packId, item.id(), title(item), permissionsOf(item)));
        roles.retireAllBut(packId, items.stream().map(PackItem::id).toList());
    }

    private static Text title(PackItem item) {
        JsonNode title = item.json().path("title");
        return Text.of(title.path("zh").asString(), title.path("en").asString());
    }

    private static List<String> permissionsOf(PackItem item) {
        List<String> named = new ArrayList<>();
        item.json().path("permissions").forEach(node -> named.add(node.asString()));
        return named;
    }
}
