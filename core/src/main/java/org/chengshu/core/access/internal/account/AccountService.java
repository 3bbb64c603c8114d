package org.chengshu.core.access.internal.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.FirstAccount;
import org.chengshu.core.access.Grant;
import org.chengshu.core.access.NewAccount;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.Audit;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Fault;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

@Component
class AccountService implements Accounts, FirstAccount, Viewers, PasswordCheck {
    private final AccountStore accounts;
    private final RoleStore roles;
    private final PasswordHashes hashes;
    private final GrantRights rights;
    private final Areas areas;
    private final Organisations organisations;
    private final Transactions transactions;
    private final Audit audit;

    AccountService(
            AccountStore accounts,
            RoleStore roles,
            PasswordHashes hashes,
            GrantRights rights,
            Areas areas,
            Organisations organisations,
            Transactions transactions,
            Audit audit) {
        this.accounts = accounts;
        this.roles = roles;
        this.hashes = hashes;
        this.rights = rights;
        this.areas = areas;
        this.organisations = organisations;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public AccountView create(NewAccount account) {
        return create(account, Viewer.system());
    }

    @Override
    public AccountView create(NewAccount account, Viewer creator) {
        requireWithin(creator, account);
        Optional<String> hash = account.password().map(hashes::hash);
        try {
            return transactions.call(() -> view(get(accounts.insert(account, hash))));
        } catch (DuplicateKeyException e) {
            throw new Fault(CoreError.CONFLICT, "there is an account named " + account.name() + " already", e);
        }
    }

    private void requireWithin(Viewer creator, NewAccount account) {
        account.organisation().ifPresent(this::requireOrganisation);
        account.grants().forEach(this::requirePlaces);
        List<RoleGrant> given = account.grants().stream()
                .map(grant -> new RoleGrant(grant, Set.copyOf(role(grant.role()).permissions())))
                .toList();
        rights.scopes(given, account.organisation())
                .forEach((permission, scope) -> requireHeld(creator, permission, scope));
        if (!creator.scope(CorePermissions.ACCOUNTS).covers(home(account.grants(), account.organisation()))) {
            throw new Fault(CoreError.FORBIDDEN, "the account lies outside of your own part of the city");
        }
    }

    private static void requireHeld(Viewer creator, String permission, Scope scope) {
        creator.require(permission);
        if (!creator.scope(permission).covers(scope)) {
            throw new Fault(CoreError.FORBIDDEN, "you hold the right " + permission + " for a smaller part only");
        }
    }

    private void requirePlaces(Grant grant) {
        grant.area().filter(code -> areas.find(code).isEmpty()).ifPresent(code -> {
            throw new Fault(CoreError.BAD_REQUEST, "there is no area " + code);
        });
        grant.organisation().ifPresent(this::requireOrganisation);
    }

    /** Where an account lies: in the areas of its grants, with its organisation; without grants in no part but the whole. */
    private Scope home(List<Grant> grants, Optional<String> organisation) {
        String below = organisation
                .flatMap(organisations::find)
                .map(Organisation::path)
                .orElse("/");
        List<Grant> given = grants.isEmpty() ? List.of(Grant.of("")) : grants;
        return Scope.of(given.stream()
                .map(grant -> new Scope.Part(pathOf(grant.area()), below))
                .toList());
    }

    // What has gone from the tree can be mended by those who manage the whole city.
    private String pathOf(Optional<String> area) {
        return area.flatMap(areas::find).map(Area::path).orElse(Viewer.WHOLE_CITY);
    }

    private Role role(String id) {
        return roles.find(id).orElseThrow(() -> new Fault(CoreError.BAD_REQUEST, "there is no role " + id));
    }

    private void requireOrganisation(String code) {
        if (organisations.find(code).isEmpty()) {
            throw new Fault(CoreError.BAD_REQUEST, "there is no organisation " + code);
        }
    }

    @Override
    public Optional<AccountView> findByName(String name) {
        return accounts.findByName(name).map(this::view);
    }

    @Override
    public Viewer viewerOf(UUID account) {
        return viewer(get(account));
    }

    @Override
    public Optional<Viewer> find(UUID account) {
        return accounts.find(account).map(this::viewer);
    }

    @Override
    public List<AccountView> list(Viewer viewer) {
        Scope scope = viewer.scope(CorePermissions.ACCOUNTS);
        return accounts.list().stream()
                .filter(account -> scope.covers(home(account.bareGrants(), account.organisation())))
                .map(this::view)
                .toList();
    }

    @Override
    public Optional<UUID> check(String name, String password) {
        Optional<AccountRow> account = accounts.findByName(name);
        Optional<String> hash = account.flatMap(AccountRow::passwordHash);
        if (hash.isEmpty()) {
            hashes.matchNothing(password);
            return Optional.empty();
        }
        return hashes.matches(password, hash.get()) ? account.map(AccountRow::id) : Optional.empty();
    }

    @Override
    public void change(UUID account, String password) {
        accounts.setPassword(account, hashes.hash(password));
    }

    @Override
    public boolean createAdministrator(String name, String password) {
        NewAccount account = new NewAccount(
                name, name, Optional.of(password), List.of(Grant.of(Role.ADMINISTRATOR)), Optional.empty());
        return transactions.call(() -> {
            accounts.lockFirstAccount();
            if (accounts.hasAdministratorWithPassword()) {
                return false;
            }
            AccountView created = create(account);
            audit.record(AuditEntry.done(
                    Optional.empty(),
                    Viewer.system().name(),
                    "account.created",
                    Map.of("name", created.name(), "role", Role.ADMINISTRATOR)));
            return true;
        });
    }

    private AccountRow get(UUID id) {
        return accounts.find(id).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "there is no account " + id));
    }

    private AccountView view(AccountRow row) {
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
                codes.stream().map(this::pathOf).reduce(AccountService::around).orElse(Viewer.WHOLE_CITY),
                row.organisation());
    }

    /** The path of the smallest area around both. */
    private static String around(String one, String other) {
        String shared = one;
        while (!other.startsWith(shared)) {
            shared = shared.substring(0, shared.lastIndexOf('/', shared.length() - 2) + 1);
        }
        return shared;
    }

    private Viewer viewer(AccountRow row) {
        return new Viewer(
                row.id(),
                row.name(),
                row.displayName(),
                rights.scopes(row.grants(), row.organisation()),
                row.organisation().flatMap(organisations::find).map(Organisation::path));
    }
}
