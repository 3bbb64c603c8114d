package org.chengshu.core.access.internal.account;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Checks, judges and replaces passwords. */
@Component
class Passwords implements PasswordCheck {
    private final AccountStore accounts;
    private final PasswordHashes hashes;
    private final DSLContext sql;
    private final Transactions transactions;
    private final Clock clock;
    private final PasswordPolicy policy = PasswordPolicy.bundled();

    Passwords(AccountStore accounts, PasswordHashes hashes, DSLContext sql, Transactions transactions, Clock clock) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The hash of a new account's password; refuses a weak one. */
    String accepted(String name, String password) {
        refuse(policy.broken(name, password));
        return hashes.hash(password);
    }

    @Override
    public Optional<UUID> check(String name, String password) {
        Optional<AccountRow> account = accounts.findByName(name);
        Optional<String> hash = account.flatMap(AccountRow::passwordHash);
        if (hash.isEmpty()) {
            hashes.matchNothing(password);
            return Optional.empty();
        }
        if (!hashes.matches(password, hash.get())) {
            return Optional.empty();
        }
        if (account.get().disabled()) {
            throw new Fault(CoreError.ACCOUNT_DISABLED, "ask whoever manages the accounts");
        }
        return account.map(AccountRow::id);
    }

    @Override
    public void change(UUID id, String password) {
        AccountRow account =
                accounts.find(id).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "there is no account " + id));
        List<Text> broken = new ArrayList<>(policy.broken(account.name(), password));
        if (broken.isEmpty() && isFormer(account, password)) {
            broken.add(PasswordPolicy.FORMER);
        }
        refuse(broken);
        String hash = hashes.hash(password);
        transactions.run(() -> replace(account, hash));
    }

    @Override
    public void noteSignIn(UUID account) {
        sql.execute("update cs_core.account set last_sign_in = ?::timestamptz where id = ?", clock.instant(), account);
    }

    @Override
    public List<Text> rules() {
        return PasswordPolicy.rules();
    }

    private boolean isFormer(AccountRow account, String password) {
        List<String> kept = new ArrayList<>(account.passwordHash().stream().toList());
        kept.addAll(sql.fetch(
                        "select hash from cs_core.former_password where account_id = ? order by seq desc limit ?",
                        account.id(),
                        PasswordPolicy.KEPT - 1)
                .getValues("hash", String.class));
        return kept.stream().anyMatch(hash -> hashes.matches(password, hash));
    }

    private void replace(AccountRow account, String hash) {
        account.passwordHash()
                .ifPresent(former -> sql.execute(
                        "insert into cs_core.former_password (account_id, hash, replaced_at) values (?, ?, ?::timestamptz)",
                        account.id(),
                        former,
                        clock.instant()));
        sql.execute("""
                delete from cs_core.former_password where account_id = ? and seq not in
                    (select seq from cs_core.former_password where account_id = ? order by seq desc limit ?)
                """, account.id(), account.id(), PasswordPolicy.KEPT - 1);
        sql.execute(
                "update cs_core.account set password_hash = ?, must_change = false, version = version + 1 where id = ?",
                hash,
                account.id());
    }

    private static void refuse(List<Text> broken) {
        if (!broken.isEmpty()) {
            throw new FaultyInput(
                    CoreError.PASSWORD_WEAK,
                    "the password breaks " + broken.size() + " of the rules",
                    broken.stream()
                            .map(rule -> new PlacedFault("/password", rule))
                            .toList());
        }
    }
}
