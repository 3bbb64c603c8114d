package org.chengshu.data;

import java.util.Optional;
import java.util.UUID;

/** The findings of quality rules, for modules that act on them. Safe for use by many threads. */
public interface DataFindings {
    Optional<DataFinding> find(UUID id);

    /** Runs the rules of the finding's dataset soon, over what is current; for whoever has put something right. */
    void recheck(UUID id);
}
