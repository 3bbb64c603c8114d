package org.chengshu.core.tree;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tree of organisations; as fresh as {@link Areas} and with the same history. Safe for use by many threads. */
public interface Organisations {
    /** Faults with {@code NOT_FOUND}. */
    Organisation get(String code);

    Optional<Organisation> find(String code);

    /** All organisations, by path. */
    List<Organisation> list();

    /** The tree as it was at a moment, by path; read from the database. */
    List<Organisation> asOf(Instant moment);

    /** As {@link Areas#reach}. */
    Reach reach(String code);

    /** As {@link Areas#present}. */
    String present(String path);
}
