package org.chengshu.core.access.internal.account;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengshu.core.access.AccountState;
import org.chengshu.core.access.Grant;
import org.chengshu.core.access.NewAccount;
import org.chengshu.kernel.Ids;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

@Component
class AccountStore {
    static final Table<?> FROM = DSL.table("""
            cs_core.account a
            left join cs_core.tree_node own
              on own.tree = 'organisation' and own.code = a.organisation_code and not own.closed
            left join cs_core.sign_in_failure failed on failed.name_key = a.name_key
            """);
    static final List<SelectField<?>> COLUMNS = List.of(
            column("id", SQLDataType.UUID),
            column("created_at", SQLDataType.TIMESTAMPWITHTIMEZONE),
            column("name", SQLDataType.CLOB),
            column("display_name", SQLDataType.CLOB),
            column("password_hash", SQLDataType.CLOB),
            column("organisation_code", SQLDataType.CLOB),
            column("must_change", SQLDataType.BOOLEAN),
            column("last_sign_in", SQLDataType.TIMESTAMPWITHTIMEZONE),
            column("version", SQLDataType.BIGINT),
            DSL.field("""
                    array(select ar.role_id || chr(31) || coalesce(ar.area_code, '') || chr(31)
                                 || coalesce(ar.organisation_code, '') || chr(31)
                                 || case when r.retired then '' else array_to_string(r.permissions, ' ') end
                            from cs_core.account_role ar
                            join cs_core.role r on r.id = ar.role_id
                           where ar.account_id = a.id
                           order by ar.role_id, ar.area_code, ar.organisation_code)
                    """, SQLDataType.CLOB.array()).as("grants"));
    private static final Pattern UNIT = Pattern.compile("\\x1f");
    private static final Pattern BLANK = Pattern.compile(" ");

    private final DSLContext sql;
    private final Clock clock;

    AccountStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private static <T> Field<T> column(String name, DataType<T> type) {
        return DSL.field(DSL.name("a", name), type);
    }

    static Field<String> state(OffsetDateTime lockedSince) {
        return DSL.field("""
                case when a.disabled_at is not null then 'DISABLED'
                     when failed.failures >= {0} and failed.last_at > {1} then 'LOCKED'
                     else 'ACTIVE' end
                """, SQLDataType.CLOB, DSL.inline(PasswordCheck.LOCKING_FAILURES), DSL.val(lockedSince));
    }

    UUID insert(NewAccount account, Optional<String> passwordHash) {
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        sql.execute(
                """
                insert into cs_core.account
                    (id, name, name_key, display_name, password_hash, organisation_code, must_change, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
                """,
                id,
                account.name(),
                key(account.name()),
                account.displayName(),
                passwordHash.orElse(null),
                account.organisation().orElse(null),
                account.mustChangePassword(),
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

    void update(UUID id, String displayName, Optional<String> organisation, List<Grant> grants) {
        sql.execute(
                "update cs_core.account set display_name = ?, organisation_code = ?, version = version + 1 where id = ?",
                displayName,
                organisation.orElse(null),
                id);
        sql.execute("delete from cs_core.account_role where account_id = ?", id);
        grants.forEach(grant -> addGrant(id, grant));
    }

    void setDisabled(UUID id, boolean disabled) {
        sql.execute(
                "update cs_core.account set disabled_at = ?::timestamptz, version = version + 1 where id = ?",
                disabled ? clock.instant() : null,
                id);
        if (disabled) {
            sql.execute("delete from cs_core.session where account_id = ?", id);
        }
    }

    Optional<AccountRow> findByName(String name) {
        return find(DSL.condition("a.name_key = {0}", DSL.val(key(name))));
    }

    Optional<AccountRow> find(UUID id) {
        return find(DSL.condition("a.id = {0}", DSL.val(id)));
    }

    private Optional<AccountRow> find(Condition condition) {
        OffsetDateTime lockedSince = clock.instant().minus(PasswordCheck.LOCK).atOffset(ZoneOffset.UTC);
        return sql.select(COLUMNS)
                .select(state(lockedSince).as("state"))
                .from(FROM)
                .where(condition)
                .fetchOptional(AccountStore::row);
    }

    /** Under lock until the transaction ends. */
    void lock(UUID id) {
        sql.fetch("select 1 from cs_core.account where id = ? for update", id);
    }

    /** Held until the end of the transaction: one at a time decides whether there is still an administrator. */
    void lockAdministrators() {
        sql.fetch("select pg_advisory_xact_lock(hashtext('cs_core.first_account'))");
    }

    /** Whether somebody can sign in as administrator of the whole city. */
    boolean hasAdministrator() {
        return sql.fetchOptional("""
                select 1 from cs_core.account a
                  join cs_core.account_role ar on ar.account_id = a.id and ar.role_id = 'administrator'
                   and ar.area_code is null and ar.organisation_code is null
                 where a.password_hash is not null and a.disabled_at is null limit 1
                """).isPresent();
    }

    static AccountRow row(Record row) {
        return new AccountRow(
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("display_name", String.class),
                Optional.ofNullable(row.get("password_hash", String.class)),
                Optional.ofNullable(row.get("organisation_code", String.class)),
                Stream.of(row.get("grants", String[].class))
                        .map(AccountStore::grant)
                        .toList(),
                AccountState.valueOf(row.get("state", String.class)),
                row.get("must_change", Boolean.class),
                Optional.ofNullable(row.get("last_sign_in", Instant.class)),
                row.get("created_at", Instant.class),
                row.get("version", Long.class));
    }

    // Codes and permissions hold no control characters, so four fields and a list travel as one text.
    private static RoleGrant grant(String text) {
        String[] field = UNIT.split(text, -1);
        return new RoleGrant(
                new Grant(field[0], Optional.of(field[1]), Optional.of(field[2])),
                BLANK.splitAsStream(field[3]).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet()));
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
