package org.chengshu.core.access.internal.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.NewAccount;
import org.chengshu.core.access.TokenScope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.Cursor;
import org.chengshu.kernel.Fault;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

@Component
class AccountService implements Accounts, Viewers {
    private final AccountStore accounts;
    private final AccountLists lists;
    private final AccountReach reach;
    private final Passwords passwords;
    private final Transactions transactions;

    AccountService(
            AccountStore accounts,
            AccountLists lists,
            AccountReach reach,
            Passwords passwords,
            Transactions transactions) {
        this.accounts = accounts;
        this.lists = lists;
        this.reach = reach;
        this.passwords = passwords;
        this.transactions = transactions;
    }

    @Override
    public AccountView create(NewAccount account) {
        return create(account, Viewer.system());
    }

    @Override
    public AccountView create(NewAccount account, Viewer creator) {
        reach.requireCanGive(creator, account.grants(), account.organisation());
        Optional<String> hash = account.password().map(password -> passwords.accepted(account.name(), password));
        try {
            return transactions.call(() -> reach.view(get(accounts.insert(account, hash))));
        } catch (DuplicateKeyException e) {
            throw new Fault(CoreError.CONFLICT, "there is an account named " + account.name() + " already", e);
        }
    }

    @Override
    public Optional<AccountView> findByName(String name) {
        return accounts.findByName(name).map(reach::view);
    }

    @Override
    public Viewer viewerOf(UUID account) {
        return reach.viewer(get(account));
    }

    @Override
    public Optional<Viewer> findViewer(UUID account) {
        return find(account);
    }

    @Override
    public Optional<Viewer> find(UUID account) {
        return accounts.find(account).filter(row -> !row.disabled()).map(reach::viewer);
    }

    @Override
    public Optional<Viewer> find(UUID account, TokenScope scope) {
        return accounts.find(account).filter(row -> !row.disabled()).map(row -> reach.viewer(row, scope));
    }

    @Override
    public void requireHolds(UUID account, TokenScope scope) {
        Set<String> held = reach.viewer(get(account), scope).permissions();
        Set<String> missing = new TreeSet<>(scope.permissions().orElse(Set.of()));
        missing.removeAll(held);
        if (!missing.isEmpty() || (held.isEmpty() && !scope.equals(TokenScope.all()))) {
            throw new Fault(
                    CoreError.BAD_REQUEST,
                    "the account does not hold there: "
                            + String.join(", ", missing.isEmpty() ? Set.of("any right") : missing));
        }
    }

    @Override
    public List<AccountView> list(Viewer viewer) {
        return lists.list(AccountFilter.none(), viewer, Cursor.first(Cursor.MAX_LIMIT))
                .items();
    }

    private AccountRow get(UUID id) {
        return accounts.find(id).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "there is no account " + id));
    }
}
