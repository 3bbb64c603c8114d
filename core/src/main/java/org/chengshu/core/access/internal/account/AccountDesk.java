package org.chengshu.core.access.internal.account;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Grant;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.IfMatch;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** What managers do to accounts. The city keeps at least one administrator who can sign in. */
@Component
class AccountDesk implements ManagedAccounts, Administrators {
    private static final int LONGEST_NAME = 100;

    private final AccountStore accounts;
    private final AccountReach reach;
    private final Transactions transactions;

    AccountDesk(AccountStore accounts, AccountReach reach, Transactions transactions) {
        this.accounts = accounts;
        this.reach = reach;
        this.transactions = transactions;
    }

    record Change(String displayName, Optional<String> organisation, List<Grant> grants) {
        Change {
            Objects.requireNonNull(displayName, "displayName");
            organisation = organisation == null ? Optional.empty() : organisation.filter(code -> !code.isBlank());
            Objects.requireNonNull(grants, "grants");
            grants = grants.stream().distinct().toList();
            if (displayName.isBlank() || displayName.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("displayName has 1.." + LONGEST_NAME + " characters");
            }
        }
    }

    @Override
    public AccountView get(UUID id, Viewer manager) {
        return reach.view(row(id, manager));
    }

    @Override
    public AccountView getWeaker(UUID id, Viewer manager) {
        AccountRow account = row(id, manager);
        reach.requireIsNoStronger(manager, account);
        return reach.view(account);
    }

    private AccountRow row(UUID id, Viewer manager) {
        AccountRow account =
                accounts.find(id).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "there is no account " + id));
        reach.requireManages(manager, account);
        return account;
    }

    AccountView change(UUID id, Change change, IfMatch ifMatch, Viewer manager) {
        return guarded(id, manager, before -> {
            ifMatch.require(before.version());
            boolean more = !Set.copyOf(before.bareGrants()).equals(Set.copyOf(change.grants()))
                    || !before.organisation().equals(change.organisation());
            if (more) {
                reach.requireCanGive(manager, change.grants(), change.organisation());
            }
            accounts.update(id, change.displayName(), change.organisation(), change.grants());
        });
    }

    AccountView setDisabled(UUID id, boolean disabled, Viewer manager) {
        if (disabled && id.equals(manager.accountId())) {
            throw new Fault(CoreError.CONFLICT, "nobody disables his own account");
        }
        return guarded(id, manager, before -> {
            if (before.disabled() != disabled) {
                accounts.setDisabled(id, disabled);
            }
        });
    }

    @Override
    public void lock() {
        accounts.lockAdministrators();
    }

    @Override
    public boolean exist() {
        return accounts.hasAdministrator();
    }

    private AccountView guarded(UUID id, Viewer manager, Consumer<AccountRow> deed) {
        return transactions.call(() -> {
            accounts.lockAdministrators();
            accounts.lock(id);
            AccountRow before = row(id, manager);
            reach.requireIsNoStronger(manager, before);
            boolean had = accounts.hasAdministrator();
            deed.accept(before);
            if (had && !accounts.hasAdministrator()) {
                throw new Fault(CoreError.LAST_ADMINISTRATOR, "make another administrator first");
            }
            return get(id, Viewer.system());
        });
    }
}
