package org.chengshu.core.access.internal.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Grant;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.TokenScope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.access.internal.role.CorePermissions;
import org.chengshu.core.access.internal.role.RoleBook;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** Where accounts lie and what they hold, and so whose business they are: nobody gives or takes over more than he has. */
@Component
class AccountReach {
    private final GrantRights rights;
    private final RoleBook roles;
    private final Areas areas;
    private final Organisations organisations;

    AccountReach(GrantRights rights, RoleBook roles, Areas areas, Organisations organisations) {
        this.rights = rights;
        this.roles = roles;
        this.areas = areas;
        this.organisations = organisations;
    }

    /** Refuses grants of what is not there, and of what the giver does not hold himself. */
    void requireCanGive(Viewer giver, List<Grant> grants, Optional<String> organisation) {
        organisation.ifPresent(this::requireOrganisation);
        grants.forEach(this::requirePlaces);
        List<RoleGrant> given = grants.stream()
                .map(grant -> new RoleGrant(grant, permissionsOf(grant.role())))
                .toList();
        requireHolds(giver, rights.scopes(given, organisation));
        if (!giver.scope(CorePermissions.ACCOUNTS).covers(home(grants, organisation))) {
            throw new Fault(CoreError.FORBIDDEN, "the account would lie outside of your own part of the city");
        }
    }

    /** Accounts outside of one's part are as good as absent; those that may do more than oneself are not to be touched. */
    void requireManages(Viewer manager, AccountRow account) {
        if (!manager.scope(CorePermissions.ACCOUNTS).covers(home(account.bareGrants(), account.organisation()))) {
            throw new Fault(CoreError.NOT_FOUND, "there is no account " + account.id());
        }
    }

    void requireIsNoStronger(Viewer manager, AccountRow account) {
        requireHolds(manager, rights.scopes(account.grants(), account.organisation()));
    }

    private static void requireHolds(Viewer viewer, Map<String, Scope> scopes) {
        scopes.forEach((permission, scope) -> {
            viewer.require(permission);
            if (!viewer.scope(permission).covers(scope)) {
                throw new Fault(CoreError.FORBIDDEN, "you hold the right " + permission + " for a smaller part only");
            }
        });
    }

    private Set<String> permissionsOf(String role) {
        return roles.permissionsOf(role)
                .orElseThrow(() -> new Fault(CoreError.BAD_REQUEST, "there is no role " + role));
    }

    private void requirePlaces(Grant grant) {
        grant.area().filter(code -> areas.find(code).isEmpty()).ifPresent(code -> {
            throw new Fault(CoreError.BAD_REQUEST, "there is no area " + code);
        });
        grant.organisation().ifPresent(this::requireOrganisation);
    }

    private void requireOrganisation(String code) {
        if (organisations.find(code).isEmpty()) {
            throw new Fault(CoreError.BAD_REQUEST, "there is no organisation " + code);
        }
    }

    /** In the areas of its grants, with its organisation; without grants in no part but the whole. */
    private Scope home(List<Grant> grants, Optional<String> organisation) {
        String below = organisationPath(organisation).orElse("/");
        List<Grant> given = grants.isEmpty() ? List.of(Grant.of("")) : grants;
        return Scope.of(given.stream()
                .map(grant -> new Scope.Part(areaPath(grant.area()), below))
                .toList());
    }

    // What has gone from the tree can be mended by those who manage the whole city.
    private String areaPath(Optional<String> area) {
        return area.flatMap(areas::find).map(Area::path).orElse(Viewer.WHOLE_CITY);
    }

    private Optional<String> organisationPath(Optional<String> code) {
        return code.flatMap(organisations::find).map(Organisation::path);
    }

    Viewer viewer(AccountRow row) {
        return new Viewer(
                row.id(),
                row.name(),
                row.displayName(),
                rights.scopes(row.grants(), row.organisation()),
                organisationPath(row.organisation()));
    }

    Viewer viewer(AccountRow row, TokenScope scope) {
        return new Viewer(
                row.id(),
                row.name(),
                row.displayName(),
                rights.narrowed(rights.scopes(row.grants(), row.organisation()), scope),
                organisationPath(row.organisation()));
    }

    AccountView view(AccountRow row) {
        List<Grant> grants = row.bareGrants();
        List<Optional<String>> codes =
                grants.stream().map(Grant::area).distinct().toList();
        return new AccountView(
                row.id(),
                row.name(),
                row.displayName(),
                grants.stream().map(Grant::role).distinct().toList(),
                grants,
                codes.size() == 1 ? codes.getFirst() : Optional.empty(),
                codes.stream().map(this::areaPath).reduce(AccountReach::around).orElse(Viewer.WHOLE_CITY),
                row.organisation(),
                row.state(),
                row.passwordHash().isPresent(),
                row.mustChange(),
                row.lastSignIn(),
                row.createdAt(),
                row.version());
    }

    /** The path of the smallest area around both. */
    private static String around(String one, String other) {
        String shared = one;
        while (!other.startsWith(shared)) {
            shared = shared.substring(0, shared.lastIndexOf('/', shared.length() - 2) + 1);
        }
        return shared;
    }
}
