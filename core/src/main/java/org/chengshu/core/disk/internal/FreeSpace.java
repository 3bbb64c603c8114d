package org.chengshu.core.disk.internal;

import java.io.IOException;

/** How much of a disk is free and how much it has in all, in bytes. */
record FreeSpace(long free, long total) {
    @FunctionalInterface
    interface Probe {
        FreeSpace look() throws IOException;
    }

    /** In whole percent, rounded down. */
    long percent() {
        return total == 0 ? 0 : free * 100 / total;
    }
}
