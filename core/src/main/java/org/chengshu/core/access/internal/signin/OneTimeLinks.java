package org.chengshu.core.access.internal.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.internal.token.Secrets;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Links that are good once and for a day; only the hash of their secret is kept. */
@Component
class OneTimeLinks {
    static final Duration LIFE = Duration.ofHours(24);

    enum Purpose {
        FIRST_ADMINISTRATOR("first-administrator"),
        RESET_PASSWORD("reset-password");

        private final String word;

        Purpose(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    record Made(String secret, Instant expires) {
        @Override
        public String toString() {
            return "Made[" + expires + "]";
        }
    }

    record Link(String purpose, Optional<UUID> account, Instant expires) {
        boolean isFor(Purpose other) {
            return purpose.equals(other.word());
        }
    }

    private final DSLContext sql;
    private final Clock clock;

    OneTimeLinks(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Made make(Purpose purpose, Optional<UUID> account) {
        String secret = Secrets.make("");
        Instant now = clock.instant();
        Instant expires = now.plus(LIFE);
        sql.execute("""
                insert into cs_core.one_time_link (secret_hash, purpose, account_id, created_at, expires_at)
                values (?, ?, ?, ?::timestamptz, ?::timestamptz)
                """, Secrets.hash(secret), purpose.word(), account.orElse(null), now, expires);
        return new Made(secret, expires);
    }

    Link look(String secret) {
        return sql.fetchOptional("""
                        select purpose, account_id, expires_at from cs_core.one_time_link
                         where secret_hash = ? and used_at is null and expires_at > ?::timestamptz
                        """, Secrets.hash(secret), clock.instant())
                .map(OneTimeLinks::link)
                .orElseThrow(OneTimeLinks::gone);
    }

    /** Within the transaction of what the link is for, so that it stays good when that fails. */
    Link use(String secret, Purpose purpose) {
        Instant now = clock.instant();
        return sql.fetchOptional("""
                        update cs_core.one_time_link set used_at = ?::timestamptz
                         where secret_hash = ? and purpose = ? and used_at is null and expires_at > ?::timestamptz
                        returning purpose, account_id, expires_at
                        """, now, Secrets.hash(secret), purpose.word(), now)
                .map(OneTimeLinks::link)
                .orElseThrow(OneTimeLinks::gone);
    }

    void withdraw(UUID account) {
        sql.execute("delete from cs_core.one_time_link where account_id = ?", account);
    }

    void withdrawFirst() {
        sql.execute("delete from cs_core.one_time_link where purpose = ?", Purpose.FIRST_ADMINISTRATOR.word());
    }

    static Fault gone() {
        return new Fault(CoreError.LINK_GONE, "the link was used, has expired or never was");
    }

    private static Link link(Record row) {
        return new Link(
                row.get("purpose", String.class),
                Optional.ofNullable(row.get("account_id", UUID.class)),
                row.get("expires_at", Instant.class));
    }

    @Bean
    static RecurringJob forgetOldLinks(OneTimeLinks links) {
        return new RecurringJob("core.old-links", Duration.ofHours(1), links::forgetOld);
    }

    void forgetOld() {
        sql.execute("delete from cs_core.one_time_link where expires_at < ?::timestamptz", clock.instant());
    }
}
