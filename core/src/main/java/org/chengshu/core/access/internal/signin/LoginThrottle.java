package org.chengshu.core.access.internal.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.internal.account.PasswordCheck;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.TryLater;
import org.chengshu.core.jobs.RecurringJob;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Slows down and stops guessing, per name, counted in the database for all nodes. Names that nobody has are treated alike,
 * so that the answer does not tell which exist.
 */
@Component
class LoginThrottle {
    private final DSLContext sql;
    private final Transactions transactions;
    private final Clock clock;

    LoginThrottle(DSLContext sql, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Counts an attempt as failed until {@link #succeeded}, so that many at once gain nothing. */
    void begin(String name) {
        Attempts before = transactions.call(() -> count(key(name)));
        Duration left = before.waitAt(clock.instant());
        if (left.isPositive()) {
            throw before.locked()
                    ? new TryLater(CoreError.ACCOUNT_LOCKED, "locked after too many failed attempts", left)
                    : new TryLater(CoreError.TOO_MANY_ATTEMPTS, "too many failed attempts under this name", left);
        }
    }

    /** The attempts before this one, which is counted only if it is let through. */
    private Attempts count(String key) {
        // As fine as the database keeps it: a time that it rounds up would make the first attempt wait for itself.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        sql.execute(
                "insert into cs_core.sign_in_failure (name_key, failures, last_at) values (?, 0, ?::timestamptz) on conflict do nothing",
                key,
                now);
        Attempts before = attempts(sql.fetchSingle(
                        "select failures, last_at from cs_core.sign_in_failure where name_key = ? for update", key))
                .asOf(now);
        if (!before.waitAt(now).isPositive()) {
            Attempts after = before.failedAt(now);
            sql.execute(
                    "update cs_core.sign_in_failure set failures = ?, last_at = ?::timestamptz where name_key = ?",
                    after.failures(),
                    after.last(),
                    key);
        }
        return before;
    }

    private static Attempts attempts(Record row) {
        return new Attempts(row.get("failures", Integer.class), row.get("last_at", Instant.class));
    }

    void succeeded(String name) {
        sql.execute("delete from cs_core.sign_in_failure where name_key = ?", key(name));
    }

    void forgetOld() {
        sql.execute(
                "delete from cs_core.sign_in_failure where last_at < ?::timestamptz",
                clock.instant().minus(PasswordCheck.LOCK));
    }

    @Bean
    static RecurringJob forgetFailedSignIns(LoginThrottle throttle) {
        return new RecurringJob("core.failed-sign-ins", Duration.ofMinutes(15), throttle::forgetOld);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
