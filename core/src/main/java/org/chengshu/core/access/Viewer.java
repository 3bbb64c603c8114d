package org.chengshu.core.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;

/**
 * Whoever looks or acts: an account with its rights, each a permission and the {@link Scope} it holds in. Lists and
 * lookups ask {@link #scope} for the permission they need and leave out what lies outside. The organisation is the one the
 * account belongs to, whatever its rights. Immutable; a snapshot of the moment of the request.
 *
 * @param scopes by permission: {@code module:action}, {@code module:*} or {@code *}
 */
public record Viewer(
        UUID accountId, String name, String displayName, Map<String, Scope> scopes, Optional<String> organisationPath) {
    /** The path of the whole city. */
    public static final String WHOLE_CITY = "/";

    private static final String EVERYTHING = "*";
    private static final Viewer SYSTEM =
            new Viewer(new UUID(0, 0), "system", "system", Set.of(EVERYTHING), WHOLE_CITY, Optional.empty());

    public Viewer {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(organisationPath, "organisationPath");
        scopes = scopes.entrySet().stream()
                .filter(right -> !right.getValue().isNowhere())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Somebody whose rights all hold in one part of the city. */
    public Viewer(
            UUID accountId,
            String name,
            String displayName,
            Set<String> permissions,
            String areaPath,
            Optional<String> organisationPath) {
        this(accountId, name, displayName, all(permissions, Scope.ofArea(areaPath)), organisationPath);
    }

    private static Map<String, Scope> all(Set<String> permissions, Scope scope) {
        return permissions.stream().collect(Collectors.toMap(permission -> permission, permission -> scope));
    }

    /** The platform itself, which may do everything everywhere. */
    public static Viewer system() {
        return SYSTEM;
    }

    /** Where this viewer holds the permission, be it as {@code module:*} of its module or as {@code *}. */
    public Scope scope(String permission) {
        List<Scope> found = Stream.of(permission, ofModule(permission), EVERYTHING)
                .distinct()
                .map(scopes::get)
                .filter(Objects::nonNull)
                .toList();
        return found.size() == 1 ? found.getFirst() : found.stream().reduce(Scope.nowhere(), Scope::or);
    }

    private static String ofModule(String permission) {
        return permission.substring(0, permission.indexOf(':') + 1) + EVERYTHING;
    }

    /** Whether this viewer holds the permission anywhere. */
    public boolean may(String permission) {
        return !scope(permission).isNowhere();
    }

    /** Whether this viewer holds the permission for things at this area path. */
    public boolean may(String permission, String areaPath) {
        return scope(permission).contains(areaPath);
    }

    /** Faults with {@link CoreError#FORBIDDEN} unless the viewer holds the permission somewhere. */
    public void require(String permission) {
        if (!may(permission)) {
            throw new Fault(CoreError.FORBIDDEN, "the right " + permission + " is needed");
        }
    }

    /** Whether some right holds at this area path; what exactly may be done there {@link #scope} tells. */
    public boolean sees(String areaPath) {
        return scopes.values().stream().anyMatch(scope -> scope.contains(areaPath));
    }

    /** What this viewer may do somewhere. */
    public Set<String> permissions() {
        return new TreeSet<>(scopes.keySet());
    }
}
