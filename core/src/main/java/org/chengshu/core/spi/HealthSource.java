package org.chengshu.core.spi;

import org.chengshu.kernel.Text;

/**
 * A bean that knows how one part of the node is. It is asked every few seconds from a thread of its own, answers within
 * three seconds (else it counts as down), and may throw.
 */
public interface HealthSource {
    /** Stable and unique, lower-case words with dashes, such as {@code log-archive}. */
    String name();

    Text title();

    Finding look();
}
