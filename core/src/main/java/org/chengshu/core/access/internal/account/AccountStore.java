package org.chengshu.core.access.internal.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.access.NewAccount;
import org.chengshu.kernel.Ids;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
class AccountStore {
    private static final String READ = """
            select a.id, a.name, a.display_name, a.password_hash, a.area_code, a.organisation_code,
                   array(select ar.role_id from cs_core.account_role ar
                          where ar.account_id = a.id order by ar.role_id) as roles,
                   array(select distinct p
                           from cs_core.account_role ar
                           join cs_core.role r on r.id = ar.role_id and not r.retired
                          cross join unnest(r.permissions) as p
                          where ar.account_id = a.id) as permissions
              from cs_core.account a
            """;

    private final DSLContext sql;
    private final Clock clock;

    AccountStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    UUID insert(NewAccount account, Optional<String> passwordHash) {
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        sql.execute(
                """
                insert into cs_core.account
                    (id, name, name_key, display_name, password_hash, area_code, organisation_code, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
                """,
                id,
                account.name(),
                key(account.name()),
                account.displayName(),
                passwordHash.orElse(null),
                account.area().orElse(null),
                account.organisation().orElse(null),
                now);
        account.roles().forEach(role -> addRole(id, role));
        return id;
    }

    private void addRole(UUID account, String role) {
        sql.execute(
                "insert into cs_core.account_role (account_id, role_id) values (?, ?) on conflict do nothing",
                account,
                role);
    }

    Optional<AccountRow> findByName(String name) {
        return sql.fetchOptional(READ + "where a.name_key = ?", key(name)).map(AccountStore::row);
    }

    Optional<AccountRow> find(UUID id) {
        return sql.fetchOptional(READ + "where a.id = ?", id).map(AccountStore::row);
    }

    List<AccountRow> list() {
        return sql.fetch(READ + "order by a.name_key").map(AccountStore::row);
    }

    void setPassword(UUID account, String hash) {
        sql.execute("update cs_core.account set password_hash = ? where id = ?", hash, account);
    }

    /** Held until the end of the transaction: only one node at a time decides whether a first account is needed. */
    void lockFirstAccount() {
        sql.fetch("select pg_advisory_xact_lock(hashtext('cs_core.first_account'))");
    }

    boolean hasAdministratorWithPassword() {
        return sql.fetchOptional("""
                select 1 from cs_core.account a
                  join cs_core.account_role ar on ar.account_id = a.id and ar.role_id = 'administrator'
                 where a.password_hash is not null limit 1
                """).isPresent();
    }

    private static AccountRow row(Record row) {
        return new AccountRow(
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("display_name", String.class),
                Optional.ofNullable(row.get("password_hash", String.class)),
                Optional.ofNullable(row.get("area_code", String.class)),
                Optional.ofNullable(row.get("organisation_code", String.class)),
                List.of(row.get("roles", String[].class)),
                Set.of(row.get("permissions", String[].class)));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
