package org.chengshu.core.tree;

import java.util.List;
import java.util.Optional;

/** The tree of organisations; as fresh as {@link Areas}. Safe for use by many threads. */
public interface Organisations {
    /** Faults with {@code NOT_FOUND}. */
    Organisation get(String code);

    Optional<Organisation> find(String code);

    /** All organisations, by path. */
    List<Organisation> list();
}
