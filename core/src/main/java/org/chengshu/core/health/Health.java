package org.chengshu.core.health;

import java.util.List;

/** How this node is, part by part. Looked at every few seconds, so asking costs nothing. Safe for use by many threads. */
public interface Health {
    /** The worst first, then by name. */
    List<HealthItem> items();
}
