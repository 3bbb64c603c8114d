package org.chengshu.core.access.internal.account;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.TokenScope;
import org.chengshu.core.access.Viewer;

/** What an account that is not disabled may do and see now. */
public interface Viewers {
    Optional<Viewer> find(UUID account);

    /** As {@link #find}, but no more than the scope leaves. A scope in a place that is no longer there leaves nothing. */
    Optional<Viewer> find(UUID account, TokenScope scope);

    /** Faults with {@code BAD_REQUEST} when the scope names what is not there or what the account does not hold. */
    void requireHolds(UUID account, TokenScope scope);
}
