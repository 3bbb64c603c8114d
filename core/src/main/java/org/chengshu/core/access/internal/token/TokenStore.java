package org.chengshu.core.access.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.access.TokenScope;
import org.chengshu.core.access.TokenView;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
class TokenStore {
    private static final Duration COARSE = Duration.ofMinutes(1);

    private final DSLContext sql;
    private final Clock clock;

    TokenStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void insert(UUID id, UUID account, String label, byte[] hash, Optional<Instant> expires, TokenScope scope) {
        sql.execute(
                """
                insert into cs_core.api_token
                    (id, account_id, label, secret_hash, created_at, expires_at,
                     only_permissions, only_area, only_organisation)
                values (?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::text[], ?, ?)
                """,
                id,
                account,
                label,
                hash,
                clock.instant(),
                expires.orElse(null),
                scope.permissions().map(only -> only.toArray(String[]::new)).orElse(null),
                scope.area().orElse(null),
                scope.organisation().orElse(null));
    }

    record Used(UUID account, TokenScope scope) {}

    /** The account and scope of a good token, whose use is noted. */
    Optional<Used> use(byte[] hash) {
        Instant now = clock.instant();
        return sql.fetchOptional("""
                        select id, account_id, last_used, only_permissions, only_area, only_organisation
                          from cs_core.api_token
                         where secret_hash = ? and revoked_at is null and (expires_at is null or expires_at > ?::timestamptz)
                        """, hash, now).map(row -> used(row, now));
    }

    private Used used(Record row, Instant now) {
        Instant last = row.get("last_used", Instant.class);
        if (last == null || last.isBefore(now.minus(COARSE))) {
            sql.execute(
                    "update cs_core.api_token set last_used = ?::timestamptz where id = ?",
                    now,
                    row.get("id", UUID.class));
        }
        return new Used(row.get("account_id", UUID.class), scope(row));
    }

    List<TokenView> list(UUID account) {
        return sql.fetch("""
                        select id, account_id, label, created_at, expires_at, last_used,
                               only_permissions, only_area, only_organisation
                          from cs_core.api_token
                         where account_id = ? and revoked_at is null order by created_at desc, id desc
                        """, account)
                .map(row -> new TokenView(
                        row.get("id", UUID.class),
                        row.get("account_id", UUID.class),
                        row.get("label", String.class),
                        scope(row),
                        row.get("created_at", Instant.class),
                        Optional.ofNullable(row.get("expires_at", Instant.class)),
                        Optional.ofNullable(row.get("last_used", Instant.class))));
    }

    private static TokenScope scope(Record row) {
        return new TokenScope(
                Optional.ofNullable(row.get("only_permissions", String[].class)).map(Set::of),
                Optional.ofNullable(row.get("only_area", String.class)),
                Optional.ofNullable(row.get("only_organisation", String.class)));
    }

    boolean revoke(UUID account, UUID token) {
        return sql.execute(
                        "update cs_core.api_token set revoked_at = ?::timestamptz where account_id = ? and id = ? and revoked_at is null",
                        clock.instant(),
                        account,
                        token)
                > 0;
    }

    void revokeLabelled(UUID account, String label) {
        sql.execute(
                "update cs_core.api_token set revoked_at = ?::timestamptz where account_id = ? and label = ? and revoked_at is null",
                clock.instant(),
                account,
                label);
    }
}
