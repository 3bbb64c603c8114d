package org.chengshu.core.access.internal.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.internal.token.Secrets;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Browsers' sessions, in the database so that a restart or another node keeps them; each use extends them. */
@Component
class Sessions {
    static final Duration LIFE = Duration.ofHours(12);

    // Extending on each request would make every read a write.
    private static final Duration COARSE = Duration.ofMinutes(1);

    /** Whose session it is, and whether he has to change his password before anything else. */
    record Open(UUID id, UUID account, boolean mustChange) {}

    private final DSLContext sql;
    private final Clock clock;

    Sessions(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    String open(UUID account, Client client) {
        String secret = Secrets.make("");
        Instant now = clock.instant();
        sql.execute("""
                insert into cs_core.session
                    (secret_hash, account_id, created_at, expires_at, last_used, address, device)
                values (?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?, ?)
                """, Secrets.hash(secret), account, now, now.plus(LIFE), now, client.address(), client.device());
        return secret;
    }

    Optional<Open> find(String secret) {
        byte[] hash = Secrets.hash(secret);
        Instant now = clock.instant();
        return sql.fetchOptional("""
                        select s.id, s.account_id, s.expires_at, a.must_change
                          from cs_core.session s join cs_core.account a on a.id = s.account_id
                         where s.secret_hash = ? and s.expires_at > ?::timestamptz
                        """, hash, now).map(row -> used(row, hash, now));
    }

    private Open used(Record row, byte[] hash, Instant now) {
        Instant fresh = now.plus(LIFE);
        if (row.get("expires_at", Instant.class).isBefore(fresh.minus(COARSE))) {
            sql.execute(
                    "update cs_core.session set expires_at = ?::timestamptz, last_used = ?::timestamptz where secret_hash = ?",
                    fresh,
                    now,
                    hash);
        }
        return new Open(
                row.get("id", UUID.class), row.get("account_id", UUID.class), row.get("must_change", Boolean.class));
    }

    /** The sessions of an account that are not over, the latest used first. */
    List<SessionView> list(UUID account, Optional<UUID> current) {
        return sql.fetch("""
                        select id, created_at, last_used, expires_at, address, device from cs_core.session
                         where account_id = ? and expires_at > ?::timestamptz
                         order by coalesce(last_used, created_at) desc, id
                        """, account, clock.instant()).map(row -> view(row, current));
    }

    private static SessionView view(Record row, Optional<UUID> current) {
        UUID id = row.get("id", UUID.class);
        return new SessionView(
                id,
                row.get("created_at", Instant.class),
                Optional.ofNullable(row.get("last_used", Instant.class)),
                row.get("expires_at", Instant.class),
                Optional.ofNullable(row.get("address", String.class)),
                Optional.ofNullable(row.get("device", String.class)).map(AgentName::of),
                current.filter(id::equals).isPresent());
    }

    /** Whether there was one. */
    boolean end(UUID account, UUID session) {
        return sql.execute("delete from cs_core.session where account_id = ? and id = ?", account, session) > 0;
    }

    void endAll(UUID account) {
        sql.execute("delete from cs_core.session where account_id = ?", account);
    }

    void close(String secret) {
        sql.execute("delete from cs_core.session where secret_hash = ?", Secrets.hash(secret));
    }

    /** After a change of password nobody stays in by the old one, but for the session that changed it. */
    void closeOthers(UUID account, String secret) {
        sql.execute(
                "delete from cs_core.session where account_id = ? and secret_hash <> ?", account, Secrets.hash(secret));
    }

    void forgetExpired() {
        sql.execute("delete from cs_core.session where expires_at <= ?::timestamptz", clock.instant());
    }

    @Bean
    static RecurringJob forgetExpiredSessions(Sessions sessions) {
        return new RecurringJob(
                "core.expired-sessions",
                Text.of("清理过期会话", "Clear away expired sessions"),
                Duration.ofHours(1),
                sessions::forgetExpired);
    }
}
