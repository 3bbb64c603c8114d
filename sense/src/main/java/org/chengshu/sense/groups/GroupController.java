package org.chengshu.sense.groups;

import static org.chengshu.sense.device.DeviceRights.MANAGE;
import static org.chengshu.sense.device.DeviceRights.READ;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.IfMatch;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Group;
import org.chengshu.sense.GroupQuery;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/sense/v1/groups")
final class GroupController {
    private static final String SAME_FOR_ALL = "groups are the same for all; their devices are limited by area";

    private final GroupDesk desk;

    GroupController(GroupDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Access(value = READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    CursorPage<Item> list() {
        List<Item> all = desk.list().stream().map(this::item).toList();
        return new CursorPage<>(all, Optional.empty());
    }

    @GetMapping("/{id}")
    @Access(value = READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    ResponseEntity<Item> get(@PathVariable("id") String id) {
        return tagged(desk.get(id));
    }

    @PutMapping("/{id}")
    @Access(
            value = MANAGE,
            audit = "device-group.changed",
            reach = Access.Reach.CITY,
            why = "a group may hold devices of any area, and rules speak of it")
    ResponseEntity<Item> put(@PathVariable("id") String id, @RequestBody JsonNode body, IfMatch ifMatch) {
        return tagged(desk.put(GroupJson.read(id, body, Optional.empty()), ifMatch));
    }

    @DeleteMapping("/{id}")
    @Access(
            value = MANAGE,
            audit = "device-group.removed",
            reach = Access.Reach.CITY,
            why = "a group may hold devices of any area, and rules speak of it")
    ResponseEntity<Void> remove(@PathVariable("id") String id, IfMatch ifMatch) {
        desk.remove(id, ifMatch);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<Item> tagged(Group group) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, ETags.of(group.version()))
                .body(item(group));
    }

    private Item item(Group group) {
        return new Item(group.id(), group.title(), group.devices(), group.query(), group.pack(), desk.size(group.id()));
    }

    /** A group with how many devices it holds now. */
    record Item(
            String id, Text title, List<String> devices, Optional<GroupQuery> query, Optional<String> pack, int size) {}
}
