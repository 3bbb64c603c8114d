package org.chengshu.core.access.internal.signin;

import java.time.Duration;
import java.time.Instant;
import org.chengshu.core.access.internal.account.PasswordCheck;

/**
 * The failed sign-ins under one name: four failures are free, each further one doubles the wait from one second; the tenth
 * locks the name for a quarter of an hour. A quarter of an hour of peace forgets them.
 */
record Attempts(int failures, Instant last) {
    static final int FREE = 5;

    static Attempts none(Instant now) {
        return new Attempts(0, now);
    }

    Attempts asOf(Instant now) {
        return last.plus(PasswordCheck.LOCK).isAfter(now) ? this : none(now);
    }

    boolean locked() {
        return failures >= PasswordCheck.LOCKING_FAILURES;
    }

    /** How long nobody is let in yet; not positive when the next attempt may come. */
    Duration waitAt(Instant now) {
        return Duration.between(now, last.plus(pause()));
    }

    Attempts failedAt(Instant now) {
        return new Attempts(failures + 1, now);
    }

    private Duration pause() {
        if (locked()) {
            return PasswordCheck.LOCK;
        }
        return failures < FREE ? Duration.ZERO : Duration.ofSeconds(1L << (failures - FREE));
    }
}
