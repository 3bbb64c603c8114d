package org.chengshu.sense.device;

/** When devices were last heard, by arrival time, and whose silence has been told. Safe for many threads, never blocks. */
public interface HeardDevices {
    /** Arrival time of its last good value in epoch milliseconds; 0 when it was never heard. */
    long lastHeard_ms(int device);

    boolean silent(int device);
}
