package org.chengshu.core.access.internal.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.FirstAccount;
import org.chengshu.core.access.Grant;
import org.chengshu.core.access.NewAccount;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.access.internal.account.Administrators;
import org.chengshu.core.access.internal.account.PasswordCheck;
import org.chengshu.core.access.internal.signin.OneTimeLinks.Purpose;
import org.chengshu.core.audit.Audit;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.db.Transactions;
import org.springframework.stereotype.Component;

/** What one-time links let somebody do. A link is spent in the transaction of the deed: when that fails it stays good. */
@Component
class LinkedDeeds implements FirstAccount {
    private static final String ADMINISTRATOR = "administrator";
    private static final String FIRST_PAGE = "/first/";

    private final OneTimeLinks links;
    private final Accounts accounts;
    private final Administrators administrators;
    private final PasswordCheck passwords;
    private final Sessions sessions;
    private final Transactions transactions;
    private final Audit audit;

    LinkedDeeds(
            OneTimeLinks links,
            Accounts accounts,
            Administrators administrators,
            PasswordCheck passwords,
            Sessions sessions,
            Transactions transactions,
            Audit audit) {
        this.links = links;
        this.accounts = accounts;
        this.administrators = administrators;
        this.passwords = passwords;
        this.sessions = sessions;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public Optional<String> openLink() {
        return transactions.call(() -> {
            administrators.lock();
            return administrators.exist()
                    ? Optional.empty()
                    : Optional.of(FIRST_PAGE
                            + links.make(Purpose.FIRST_ADMINISTRATOR, Optional.empty())
                                    .secret());
        });
    }

    @Override
    public boolean createAdministrator(String name, String password) {
        return transactions.call(() -> {
            administrators.lock();
            if (administrators.exist()) {
                return false;
            }
            AccountView created = accounts.create(administrator(name, name, password));
            audit.record(AuditEntry.done(
                    Optional.empty(),
                    Viewer.system().name(),
                    "account.created",
                    Map.of("name", created.name(), "role", ADMINISTRATOR)));
            return true;
        });
    }

    /** Once there is an administrator, links for the first one are void. */
    OneTimeLinks.Link look(String secret) {
        OneTimeLinks.Link link = links.look(secret);
        if (link.isFor(Purpose.FIRST_ADMINISTRATOR) && administrators.exist()) {
            throw OneTimeLinks.gone();
        }
        return link;
    }

    AccountView makeFirst(String secret, String name, String displayName, String password) {
        NewAccount account = administrator(name, displayName, password);
        return transactions.call(() -> {
            administrators.lock();
            links.use(secret, Purpose.FIRST_ADMINISTRATOR);
            if (administrators.exist()) {
                throw OneTimeLinks.gone();
            }
            links.withdrawFirst();
            return accounts.create(account);
        });
    }

    private static NewAccount administrator(String name, String displayName, String password) {
        return new NewAccount(
                name, displayName, Optional.of(password), List.of(Grant.of(ADMINISTRATOR)), Optional.empty());
    }

    UUID resetPassword(String secret, String password) {
        return transactions.call(() -> {
            UUID account = links.use(secret, Purpose.RESET_PASSWORD).account().orElseThrow(OneTimeLinks::gone);
            passwords.change(account, password);
            sessions.endAll(account);
            return account;
        });
    }

    OneTimeLinks.Made beginReset(UUID account) {
        return transactions.call(() -> {
            links.withdraw(account);
            sessions.endAll(account);
            return links.make(Purpose.RESET_PASSWORD, Optional.of(account));
        });
    }
}
