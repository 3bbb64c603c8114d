package org.chengshu.core.access.internal.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengshu.core.access.Grant;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Scope.Part;
import org.chengshu.core.access.TokenScope;
import org.chengshu.core.access.internal.role.PermissionBook;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisations;
import org.chengshu.core.tree.Reach;
import org.springframework.stereotype.Component;

/** Works out where an account's grants hold. A grant for an area or organisation that is no longer there gives nothing. */
@Component
class GrantRights {
    private static final String ALL = "/";

    private final PermissionBook book;
    private final Areas areas;
    private final Organisations organisations;

    GrantRights(PermissionBook book, Areas areas, Organisations organisations) {
        this.book = book;
        this.areas = areas;
        this.organisations = organisations;
    }

    /** By permission, never by pattern: each permission is limited in its own way. */
    Map<String, Scope> scopes(List<RoleGrant> grants, Optional<String> ownOrganisation) {
        Map<String, List<Part>> parts = new HashMap<>();
        for (RoleGrant given : grants) {
            place(given.grant()).ifPresent(place -> {
                for (Permission permission : book.expand(given.permissions())) {
                    place.partFor(
                                    permission.limit(),
                                    part -> ownOrganisation.isEmpty()
                                            ? Optional.of(part.ofAll())
                                            : ownOrganisation.flatMap(own -> of(own, part)))
                            .ifPresent(part -> parts.computeIfAbsent(permission.name(), any -> new ArrayList<>())
                                    .add(part));
                }
            });
        }
        return parts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, right -> Scope.of(right.getValue())));
    }

    /** What a token's scope leaves of an account's rights; a part of the city is no place for rights over the whole. */
    Map<String, Scope> narrowed(Map<String, Scope> scopes, TokenScope by) {
        Optional<Place> place = place(new Grant("", by.area(), by.organisation()));
        Map<String, Scope> left = new HashMap<>();
        scopes.forEach((permission, scope) -> {
            boolean meant =
                    by.permissions().map(only -> only.contains(permission)).orElse(true);
            Permission.Limit limit = book.get(permission).limit();
            place.filter(any -> meant)
                    .flatMap(at -> at.partFor(limit, part -> Optional.of(part.ofAll())))
                    .ifPresent(part -> left.put(permission, scope.and(Scope.of(List.of(part)))));
        });
        return left;
    }

    private Optional<Place> place(Grant grant) {
        return area(grant.area())
                .flatMap(area -> grant.organisation().isEmpty()
                        ? Optional.of(area)
                        : grant.organisation().flatMap(code -> of(code, area)))
                .map(part -> new Place(grant, part));
    }

    /** Empty when the code is named and no longer there. */
    private Optional<Part> area(Optional<String> code) {
        return code.isEmpty()
                ? Optional.of(Part.WHOLE)
                : code.flatMap(areas::find)
                        .map(area -> new Part(area.path(), ALL, areas.reach(area.code()), Reach.whole()));
    }

    private Optional<Part> of(String organisation, Part part) {
        return organisations.find(organisation).map(found -> part.of(found.path(), organisations.reach(organisation)));
    }

    private record Place(Grant grant, Part part) {
        Optional<Part> partFor(Permission.Limit limit, Function<Part, Optional<Part>> own) {
            return switch (limit) {
                case CITY ->
                    grant.area().isEmpty() && grant.organisation().isEmpty() ? Optional.of(part) : Optional.empty();
                case AREA -> Optional.of(part.ofAll());
                case ORGANISATION -> Optional.of(part);
                case OWN_ORGANISATION -> grant.organisation().isPresent() ? Optional.of(part) : own.apply(part);
            };
        }
    }
}
