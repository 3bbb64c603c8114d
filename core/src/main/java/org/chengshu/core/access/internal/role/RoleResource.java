package org.chengshu.core.access.internal.role;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.spi.Permission;
import org.chengshu.kernel.Text;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/core/v1")
class RoleResource {
    private final RoleDesk roles;
    private final PermissionBook permissions;

    RoleResource(RoleDesk roles, PermissionBook permissions) {
        this.roles = roles;
        this.permissions = permissions;
    }

    record NewRole(String id, Text title, Set<String> permissions) {
        NewRole {
            Objects.requireNonNull(id, "id");
        }
    }

    record Copy(String id, Text title) {
        Copy {
            Objects.requireNonNull(id, "id");
        }
    }

    @GetMapping("/permissions")
    @Access(
            value = CorePermissions.ACCOUNTS,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "what a role may do is the same everywhere")
    CursorPage<Permission> permissions() {
        return all(permissions.list());
    }

    @GetMapping("/roles")
    @Access(
            value = CorePermissions.ACCOUNTS,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "what a role may do is the same everywhere")
    CursorPage<Role> list() {
        return all(roles.list());
    }

    @GetMapping("/roles/{id}")
    @Access(
            value = CorePermissions.ACCOUNTS,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "what a role may do is the same everywhere")
    ResponseEntity<Role> get(@PathVariable String id) {
        return tagged(HttpStatus.OK, roles.get(id));
    }

    @PostMapping("/roles")
    @Access(value = CorePermissions.ROLES, audit = "role.created")
    ResponseEntity<Role> create(@RequestBody NewRole role, Viewer viewer, HttpServletRequest request) {
        note(request, role.id(), role.permissions());
        return tagged(
                HttpStatus.CREATED,
                roles.create(role.id(), new RoleDesk.Content(role.title(), role.permissions()), viewer));
    }

    @PostMapping("/roles/{id}/copy")
    @Access(value = CorePermissions.ROLES, audit = "role.copied")
    ResponseEntity<Role> copy(
            @PathVariable String id, @RequestBody Copy copy, Viewer viewer, HttpServletRequest request) {
        AuditNotes.of(request).add("copy", copy.id());
        return tagged(HttpStatus.CREATED, roles.copy(id, copy.id(), copy.title(), viewer));
    }

    @PutMapping("/roles/{id}")
    @Access(value = CorePermissions.ROLES, audit = "role.changed")
    ResponseEntity<Role> change(
            @PathVariable String id,
            @RequestBody RoleDesk.Content content,
            IfMatch ifMatch,
            Viewer viewer,
            HttpServletRequest request) {
        note(request, id, content.permissions());
        return tagged(HttpStatus.OK, roles.change(id, content, ifMatch, viewer));
    }

    @DeleteMapping("/roles/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = CorePermissions.ROLES, audit = "role.deleted")
    void delete(@PathVariable String id) {
        roles.delete(id);
    }

    private static void note(HttpServletRequest request, String id, Set<String> permissions) {
        AuditNotes.of(request)
                .add("role", id)
                .add("permissions", permissions == null ? "" : String.join(" ", permissions));
    }

    private static ResponseEntity<Role> tagged(HttpStatus status, Role role) {
        return ResponseEntity.status(status).eTag(ETags.of(role.version())).body(role);
    }

    private static <T> CursorPage<T> all(List<T> items) {
        return new CursorPage<>(items, Optional.empty());
    }
}
