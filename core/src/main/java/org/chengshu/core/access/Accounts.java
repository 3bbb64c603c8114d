package org.chengshu.core.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The accounts of the people and programs that use the platform. Faults: {@code CONFLICT} when the name is taken,
 * {@code BAD_REQUEST} when a role, area or organisation does not exist, {@code FORBIDDEN} when the creator would give away
 * more than it has. Safe for use by many threads.
 */
public interface Accounts {
    /** Creates an account on the platform's own behalf. */
    AccountView create(NewAccount account);

    /** Creates an account that has no permission and no area that the creator lacks. */
    AccountView create(NewAccount account, Viewer creator);

    /** Names are compared without regard to case. */
    Optional<AccountView> findByName(String name);

    /** What the account may do and see now; faults with {@code NOT_FOUND}. */
    Viewer viewerOf(UUID account);

    /** As {@link #viewerOf}, but empty when the account is disabled or was never there. */
    Optional<Viewer> findViewer(UUID account);

    /** The newest accounts within the viewer's part of the city, at most a page of them. */
    List<AccountView> list(Viewer viewer);
}
