package org.chengshu.core.access.internal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.AccountState;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.Grant;
import org.chengshu.core.access.NewAccount;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.access.internal.role.CorePermissions;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/core/v1/accounts")
class AccountResource {
    private final Accounts accounts;
    private final AccountLists lists;
    private final AccountDesk desk;
    private final Organisations organisations;

    AccountResource(Accounts accounts, AccountLists lists, AccountDesk desk, Organisations organisations) {
        this.accounts = accounts;
        this.lists = lists;
        this.desk = desk;
        this.organisations = organisations;
    }

    /** Grants, or roles that all hold for one area. */
    record Wanted(
            String name,
            String displayName,
            Optional<String> password,
            List<Grant> grants,
            List<String> roles,
            Optional<String> area,
            Optional<String> organisation,
            Optional<Boolean> mustChangePassword) {
        Wanted {
            Objects.requireNonNull(name, "name");
            NewAccount.requireName(name);
            grants = grants == null ? List.of() : List.copyOf(grants);
            roles = roles == null ? List.of() : List.copyOf(roles);
            if (area.isPresent() && roles.isEmpty()) {
                throw new IllegalArgumentException("'area' goes with 'roles'; a grant names its own");
            }
        }

        NewAccount account() {
            List<Grant> all = Stream.concat(
                            grants.stream(), roles.stream().map(role -> new Grant(role, area, Optional.empty())))
                    .distinct()
                    .toList();
            return new NewAccount(name, displayName, password, all, organisation, mustChangePassword.orElse(false));
        }

        @Override
        public String toString() {
            return "Wanted[" + name + "]";
        }
    }

    @GetMapping
    @Access(value = CorePermissions.ACCOUNTS, audit = Access.NOT_AUDITED)
    CursorPage<AccountView> list(
            @RequestParam("q") Optional<String> words,
            @RequestParam Optional<String> role,
            @RequestParam Optional<AccountState> state,
            @RequestParam Optional<String> organisation,
            Cursor cursor,
            Viewer viewer) {
        AccountFilter filter = new AccountFilter(
                words.map(String::strip).filter(text -> !text.isEmpty()), role, state, organisation.map(this::path));
        return lists.list(filter, viewer, cursor);
    }

    @GetMapping("/{id}")
    @Access(value = CorePermissions.ACCOUNTS, audit = Access.NOT_AUDITED)
    ResponseEntity<AccountView> get(@PathVariable UUID id, Viewer viewer) {
        return tagged(HttpStatus.OK, desk.get(id, viewer));
    }

    @PostMapping
    @Access(value = CorePermissions.ACCOUNTS, audit = "account.created")
    ResponseEntity<AccountView> create(@RequestBody Wanted wanted, Viewer viewer, HttpServletRequest request) {
        NewAccount account = wanted.account();
        AuditNotes.of(request).add("name", account.name());
        note(request, account.grants());
        return tagged(HttpStatus.CREATED, accounts.create(account, viewer));
    }

    @PutMapping("/{id}")
    @Access(value = CorePermissions.ACCOUNTS, audit = "account.changed")
    ResponseEntity<AccountView> change(
            @PathVariable UUID id,
            @RequestBody AccountDesk.Change change,
            IfMatch ifMatch,
            Viewer viewer,
            HttpServletRequest request) {
        note(request, change.grants());
        return tagged(HttpStatus.OK, desk.change(id, change, ifMatch, viewer));
    }

    @PostMapping("/{id}/disable")
    @Access(value = CorePermissions.ACCOUNTS, audit = "account.disabled")
    ResponseEntity<AccountView> disable(@PathVariable UUID id, Viewer viewer) {
        return tagged(HttpStatus.OK, desk.setDisabled(id, true, viewer));
    }

    @PostMapping("/{id}/enable")
    @Access(value = CorePermissions.ACCOUNTS, audit = "account.enabled")
    ResponseEntity<AccountView> enable(@PathVariable UUID id, Viewer viewer) {
        return tagged(HttpStatus.OK, desk.setDisabled(id, false, viewer));
    }

    private String path(String code) {
        return organisations
                .find(code)
                .map(Organisation::path)
                .orElseThrow(() -> new Fault(CoreError.BAD_REQUEST, "there is no organisation " + code));
    }

    private static void note(HttpServletRequest request, List<Grant> grants) {
        AuditNotes.of(request)
                .add("roles", grants.stream().map(AccountResource::words).collect(Collectors.joining(" ")));
    }

    private static String words(Grant grant) {
        return grant.role()
                + grant.area().map(code -> "@" + code).orElse("")
                + grant.organisation().map(code -> "/" + code).orElse("");
    }

    private static ResponseEntity<AccountView> tagged(HttpStatus status, AccountView account) {
        return ResponseEntity.status(status).eTag(ETags.of(account.version())).body(account);
    }
}
