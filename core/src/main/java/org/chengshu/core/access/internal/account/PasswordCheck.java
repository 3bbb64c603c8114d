package org.chengshu.core.access.internal.account;

import java.util.Optional;
import java.util.UUID;

/** Tells whose name and password these are; takes as long when they are nobody's. */
public interface PasswordCheck {
    Optional<UUID> check(String name, String password);

    void change(UUID account, String password);
}
