package org.chengshu.core.doors;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The ports that are really open, which differ from the settings when those say 0 (any free port). A port is 0 as long
 * as its door is shut. Set by whoever opens the door. Safe for use by many threads.
 */
public final class DoorPorts {
    private final AtomicInteger http = new AtomicInteger();
    private final AtomicInteger device = new AtomicInteger();
    private final AtomicInteger mqtt = new AtomicInteger();

    public int http() {
        return http.get();
    }

    public int device() {
        return device.get();
    }

    public int mqtt() {
        return mqtt.get();
    }

    public void httpOpenedAt(int port) {
        http.set(port);
    }

    public void deviceOpenedAt(int port) {
        device.set(port);
    }

    public void mqttOpenedAt(int port) {
        mqtt.set(port);
    }
}
