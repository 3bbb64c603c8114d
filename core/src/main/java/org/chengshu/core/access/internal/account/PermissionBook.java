package org.chengshu.core.access.internal.account;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.springframework.stereotype.Component;

/** Every permission that some module declares. */
@Component
class PermissionBook {
    private static final String EVERYTHING = "*";

    private final List<Permission> permissions;
    private final Set<String> names;

    PermissionBook(List<PermissionSource> sources) {
        this.permissions = sources.stream()
                .flatMap(source -> source.permissions().stream())
                .sorted(Comparator.comparing(Permission::name))
                .toList();
        this.names = permissions.stream().map(Permission::name).collect(Collectors.toUnmodifiableSet());
    }

    List<Permission> list() {
        return permissions;
    }

    Set<String> names() {
        return names;
    }

    /** Whether it is a permission, all of them, or all of a module that has any. */
    boolean knows(String permission) {
        return permission.equals(EVERYTHING)
                || names.contains(permission)
                || (permission.endsWith(":" + EVERYTHING) && knowsModule(permission));
    }

    private boolean knowsModule(String permission) {
        String prefix = permission.substring(0, permission.length() - 1);
        return names.stream().anyMatch(name -> name.startsWith(prefix));
    }
}
