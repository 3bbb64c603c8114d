package org.chengshu.core.access.internal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.Grant;
import org.chengshu.core.access.NewAccount;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.spi.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/core/v1")
class AccountResource {
    private final Accounts accounts;
    private final RoleStore roles;
    private final PermissionBook permissions;

    AccountResource(Accounts accounts, RoleStore roles, PermissionBook permissions) {
        this.accounts = accounts;
        this.roles = roles;
        this.permissions = permissions;
    }

    /** Grants, or roles that all hold for one area. */
    record Wanted(
            String name,
            String displayName,
            Optional<String> password,
            List<Grant> grants,
            List<String> roles,
            Optional<String> area,
            Optional<String> organisation) {
        Wanted {
            Objects.requireNonNull(name, "name");
            grants = grants == null ? List.of() : List.copyOf(grants);
            roles = roles == null ? List.of() : List.copyOf(roles);
            if (area.isPresent() && roles.isEmpty()) {
                throw new IllegalArgumentException("'area' goes with 'roles'; a grant names its own");
            }
        }

        NewAccount account() {
            List<Grant> all = Stream.concat(
                            grants.stream(), roles.stream().map(role -> new Grant(role, area, Optional.empty())))
                    .toList();
            return new NewAccount(name, displayName, password, all, organisation);
        }

        @Override
        public String toString() {
            return "Wanted[" + name + "]";
        }
    }

    @GetMapping("/accounts")
    @Access(value = CorePermissions.ACCOUNTS, audit = Access.NOT_AUDITED)
    CursorPage<AccountView> list(Viewer viewer) {
        return all(accounts.list(viewer));
    }

    @PostMapping("/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = CorePermissions.ACCOUNTS, audit = "account.created")
    AccountView create(@RequestBody Wanted wanted, Viewer viewer, HttpServletRequest request) {
        NewAccount account = wanted.account();
        AuditNotes.of(request).add("name", account.name()).add("roles", String.join(" ", account.roles()));
        return accounts.create(account, viewer);
    }

    @GetMapping("/roles")
    @Access(value = CorePermissions.ACCOUNTS, audit = Access.NOT_AUDITED)
    CursorPage<Role> roles() {
        return all(roles.list());
    }

    @GetMapping("/permissions")
    @Access(value = CorePermissions.ACCOUNTS, audit = Access.NOT_AUDITED)
    CursorPage<Permission> permissions() {
        return all(permissions.list());
    }

    private static <T> CursorPage<T> all(List<T> items) {
        return new CursorPage<>(items, Optional.empty());
    }
}
