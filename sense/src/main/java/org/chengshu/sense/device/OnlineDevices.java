package org.chengshu.sense.device;

/** Which devices are connected to this node now. In memory; for many threads. */
public interface OnlineDevices {
    boolean isOnline(int device);

    /** Tells the device's connections that there is something for it. */
    void wake(int device);
}
