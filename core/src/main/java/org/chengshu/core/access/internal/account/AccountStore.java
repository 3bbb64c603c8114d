package org.chengshu.core.access.internal.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengshu.core.access.Grant;
import org.chengshu.core.access.NewAccount;
import org.chengshu.kernel.Ids;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
class AccountStore {
    private static final String READ = """
            select a.id, a.name, a.display_name, a.password_hash, a.organisation_code,
                   array(select ar.role_id || chr(31) || coalesce(ar.area_code, '') || chr(31)
                                || coalesce(ar.organisation_code, '') || chr(31)
                                || case when r.retired then '' else array_to_string(r.permissions, ' ') end
                           from cs_core.account_role ar
                           join cs_core.role r on r.id = ar.role_id
                          where ar.account_id = a.id
                          order by ar.role_id, ar.area_code, ar.organisation_code) as grants
              from cs_core.account a
            """;
    private static final Pattern UNIT = Pattern.compile("\\x1f");
    private static final Pattern BLANK = Pattern.compile(" ");

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
                    (id, name, name_key, display_name, password_hash, organisation_code, created_at)
                values (?, ?, ?, ?, ?, ?, ?::timestamptz)
                """,
                id,
                account.name(),
                key(account.name()),
                account.displayName(),
                passwordHash.orElse(null),
                account.organisation().orElse(null),
                now);
        account.grants().forEach(grant -> addGrant(id, grant));
        return id;
    }

    private void addGrant(UUID account, Grant grant) {
        sql.execute(
                """
                insert into cs_core.account_role (account_id, role_id, area_code, organisation_code)
                values (?, ?, ?, ?) on conflict do nothing
                """,
                account,
                grant.role(),
                grant.area().orElse(null),
                grant.organisation().orElse(null));
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
                   and ar.area_code is null and ar.organisation_code is null
                 where a.password_hash is not null limit 1
                """).isPresent();
    }

    private static AccountRow row(Record row) {
        return new AccountRow(
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("display_name", String.class),
                Optional.ofNullable(row.get("password_hash", String.class)),
                Optional.ofNullable(row.get("organisation_code", String.class)),
                Stream.of(row.get("grants", String[].class))
                        .map(AccountStore::grant)
                        .toList());
    }

    // Codes and permissions hold no control characters, so four fields and a list travel as one text.
    private static RoleGrant grant(String text) {
        String[] field = UNIT.split(text, -1);
        return new RoleGrant(
                new Grant(field[0], Optional.of(field[1]), Optional.of(field[2])),
                BLANK.splitAsStream(field[3]).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet()));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
