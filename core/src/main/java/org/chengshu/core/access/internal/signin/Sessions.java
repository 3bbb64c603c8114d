package org.chengshu.core.access.internal.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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
    private static final Duration COARSE = Duration.ofMinutes(5);

    private final DSLContext sql;
    private final Clock clock;

    Sessions(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    String open(UUID account) {
        String secret = Secrets.make("");
        Instant now = clock.instant();
        sql.execute(
                "insert into cs_core.session (secret_hash, account_id, created_at, expires_at) values (?, ?, ?::timestamptz, ?::timestamptz)",
                Secrets.hash(secret),
                account,
                now,
                now.plus(LIFE));
        return secret;
    }

    Optional<UUID> find(String secret) {
        byte[] hash = Secrets.hash(secret);
        Instant now = clock.instant();
        return sql.fetchOptional(
                        "select account_id, expires_at from cs_core.session where secret_hash = ? and expires_at > ?::timestamptz",
                        hash,
                        now)
                .map(row -> used(row, hash, now));
    }

    private UUID used(Record row, byte[] hash, Instant now) {
        Instant fresh = now.plus(LIFE);
        if (row.get("expires_at", Instant.class).isBefore(fresh.minus(COARSE))) {
            sql.execute("update cs_core.session set expires_at = ?::timestamptz where secret_hash = ?", fresh, hash);
        }
        return row.get("account_id", UUID.class);
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
