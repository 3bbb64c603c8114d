package org.chengshu.core.access.internal.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;

/** Tells whose name and password these are; takes as long when they are nobody's. */
public interface PasswordCheck {
    /** So many failed sign-ins lock a name for a while. */
    int LOCKING_FAILURES = 10;

    Duration LOCK = Duration.ofMinutes(15);

    /** Faults with {@code ACCOUNT_DISABLED} only when name and password are right. */
    Optional<UUID> check(String name, String password);

    /** Faults with {@code PASSWORD_WEAK}, naming every rule that is broken. */
    void change(UUID account, String password);

    void noteSignIn(UUID account);

    /** What a password must be, in words. */
    List<Text> rules();
}
