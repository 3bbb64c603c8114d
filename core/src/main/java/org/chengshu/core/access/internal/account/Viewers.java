package org.chengshu.core.access.internal.account;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;

/** What an account may do and see now. */
public interface Viewers {
    Optional<Viewer> find(UUID account);
}
