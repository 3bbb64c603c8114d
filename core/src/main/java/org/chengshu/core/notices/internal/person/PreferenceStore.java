package org.chengshu.core.notices.internal.person;

import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.notices.QuietHours;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
public final class PreferenceStore {
    private final DSLContext sql;
    private final Vault vault;

    PreferenceStore(DSLContext sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    public Preference of(UUID account) {
        return sql.fetchOptional("select * from cs_core.notice_preference where account_id = ?", account)
                .map(this::preference)
                .orElseGet(() -> Preference.usual(account));
    }

    /** False when somebody else wrote first. */
    boolean put(Preference changed) {
        String email = changed.email()
                .map(address -> vault.seal(Vault.Column.PERSONS_MAIL, changed.account(), address))
                .orElse(null);
        LocalTime from = changed.quiet().map(QuietHours::from).orElse(null);
        LocalTime to = changed.quiet().map(QuietHours::to).orElse(null);
        return sql.execute(
                        """
                        insert into cs_core.notice_preference as p
                            (account_id, language, email, email_on, quiet_from, quiet_to, version)
                        values (?, ?, ?, ?, ?, ?, 1)
                        on conflict (account_id) do update set language = excluded.language, email = excluded.email,
                            email_on = excluded.email_on, quiet_from = excluded.quiet_from,
                            quiet_to = excluded.quiet_to, version = p.version + 1
                        where p.version = ?
                        """,
                        changed.account(),
                        changed.language(),
                        email,
                        changed.emailOn(),
                        from,
                        to,
                        changed.version())
                > 0;
    }

    private Preference preference(Record row) {
        UUID account = row.get("account_id", UUID.class);
        return new Preference(
                account,
                row.get("language", String.class),
                Optional.ofNullable(row.get("email", String.class))
                        .map(kept -> vault.open(Vault.Column.PERSONS_MAIL, account, kept)),
                row.get("email_on", Boolean.class),
                Optional.ofNullable(row.get("quiet_from", LocalTime.class))
                        .map(from -> new QuietHours(from, row.get("quiet_to", LocalTime.class))),
                row.get("version", Long.class));
    }
}
