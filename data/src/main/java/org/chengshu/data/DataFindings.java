package org.chengshu.data;

import java.util.Optional;
import java.util.UUID;

/** The findings of quality rules, for modules that act on them. Safe for use by many threads. */
public interface DataFindings {
    Optional<DataFinding> find(UUID id);
}
