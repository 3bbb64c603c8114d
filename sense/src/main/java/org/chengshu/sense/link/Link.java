package org.chengshu.sense.link;

import java.time.Instant;
import java.util.UUID;
import org.chengshu.sense.device.KnownDevice;

/**
 * One open connection of a device. {@link #wake} is called by whoever has something for the device; it returns at once and
 * the connection then asks for it. Each link is the same as itself only.
 */
public final class Link {
    private final UUID id = UUID.randomUUID();
    private final KnownDevice device;
    private final Caller caller;
    private final Instant opened;
    private final Runnable wake;

    Link(KnownDevice device, Caller caller, Instant opened, Runnable wake) {
        this.device = device;
        this.caller = caller;
        this.opened = opened;
        this.wake = wake;
    }

    public KnownDevice device() {
        return device;
    }

    UUID id() {
        return id;
    }

    Caller caller() {
        return caller;
    }

    Instant opened() {
        return opened;
    }

    void wake() {
        wake.run();
    }
}
