package org.chengshu.core.access.internal.role;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.springframework.stereotype.Component;

/** Every permission that some module declares. */
@Component
public class PermissionBook {
    private static final String EVERYTHING = "*";

    private final List<Permission> permissions;
    private final Map<String, Permission> byName;

    PermissionBook(List<PermissionSource> sources) {
        this.permissions = sources.stream()
                .flatMap(source -> source.permissions().stream())
                .sorted(Comparator.comparing(Permission::name))
                .toList();
        this.byName = permissions.stream().collect(Collectors.toUnmodifiableMap(Permission::name, one -> one));
    }

    List<Permission> list() {
        return permissions;
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** The permissions meant by these names and patterns; what no module declares is limited by area. */
    public List<Permission> expand(Collection<String> patterns) {
        return patterns.stream().flatMap(this::meant).distinct().toList();
    }

    /** What no module declares is limited by area. */
    public Permission get(String name) {
        return Optional.ofNullable(byName.get(name)).orElseGet(() -> Permission.of(name, name, name));
    }

    private Stream<Permission> meant(String pattern) {
        if (pattern.endsWith(EVERYTHING)) {
            String prefix = pattern.substring(0, pattern.length() - 1);
            return permissions.stream().filter(one -> one.name().startsWith(prefix));
        }
        return Stream.of(get(pattern));
    }

    /** Whether it is a permission, all of them, or all of a module that has any. */
    boolean knows(String permission) {
        return permission.equals(EVERYTHING)
                || byName.containsKey(permission)
                || (permission.endsWith(":" + EVERYTHING) && knowsModule(permission));
    }

    private boolean knowsModule(String permission) {
        String prefix = permission.substring(0, permission.length() - 1);
        return byName.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }
}
