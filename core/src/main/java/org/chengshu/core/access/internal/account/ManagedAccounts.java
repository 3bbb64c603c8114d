package org.chengshu.core.access.internal.account;

import java.util.UUID;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Viewer;

/** Accounts as those who manage them reach them; faults with {@code NOT_FOUND} outside of their part of the city. */
public interface ManagedAccounts {
    AccountView get(UUID id, Viewer manager);

    /** As {@link #get}, but refuses one that may do more than the manager, lest he takes it over. */
    AccountView getWeaker(UUID id, Viewer manager);
}
