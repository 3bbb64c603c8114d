package org.chengshu.core.disk;

/**
 * Whether the disk of the data folder still has room for what comes in by itself. Whoever takes in data asks before each
 * delivery and says "busy, come back" while the answer is no, so that the database keeps what it needs to go on. It turns
 * to no below a limit and back to yes only well above it. Costs one read of memory; safe for use by many threads.
 */
@FunctionalInterface
public interface DiskSpace {
    boolean takesIn();
}
