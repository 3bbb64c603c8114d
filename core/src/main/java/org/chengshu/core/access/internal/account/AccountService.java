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
import org.chengshu.core.access.NewAccount;
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
    // An account whose area is no longer there sees nothing, rather than everything.
    private static final String NOWHERE = "/?/";

    private final AccountStore accounts;
    private final RoleStore roles;
    private final PasswordHashes hashes;
    private final Areas areas;
    private final Organisations organisations;
    private final Transactions transactions;
    private final Audit audit;

    AccountService(
            AccountStore accounts,
            RoleStore roles,
            PasswordHashes hashes,
            Areas areas,
            Organisations organisations,
            Transactions transactions,
            Audit audit) {
        this.accounts = accounts;
        this.roles = roles;
        this.hashes = hashes;
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
        account.roles().stream()
                .map(this::role)
                .flatMap(role -> role.permissions().stream())
                .forEach(creator::require);
        account.organisation().ifPresent(this::requireOrganisation);
        if (!creator.sees(pathOf(account.area()))) {
            throw new Fault(CoreError.FORBIDDEN, "the area lies outside of the creator's own");
        }
    }

    private Role role(String id) {
        return roles.find(id).orElseThrow(() -> new Fault(CoreError.BAD_REQUEST, "there is no role " + id));
    }

    private void requireOrganisation(String code) {
        if (organisations.find(code).isEmpty()) {
            throw new Fault(CoreError.BAD_REQUEST, "there is no organisation " + code);
        }
    }

    private String pathOf(Optional<String> area) {
        return area.map(code -> areas.find(code)
                        .map(Area::path)
                        .orElseThrow(() -> new Fault(CoreError.BAD_REQUEST, "there is no area " + code)))
                .orElse(Viewer.WHOLE_CITY);
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
        return accounts.list().stream()
                .map(this::view)
                .filter(account -> viewer.sees(account.areaPath()))
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
                name, name, Optional.of(password), List.of(Role.ADMINISTRATOR), Optional.empty(), Optional.empty());
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
        return new AccountView(
                row.id(),
                row.name(),
                row.displayName(),
                row.roles(),
                row.area(),
                seenPath(row.area()),
                row.organisation());
    }

    private Viewer viewer(AccountRow row) {
        Optional<String> organisation =
                row.organisation().flatMap(organisations::find).map(Organisation::path);
        return new Viewer(
                row.id(),
                row.name(),
                row.displayName(),
                Set.copyOf(row.permissions()),
                seenPath(row.area()),
                organisation);
    }

    private String seenPath(Optional<String> area) {
        return area.map(code -> areas.find(code).map(Area::path).orElse(NOWHERE))
                .orElse(Viewer.WHOLE_CITY);
    }
}
