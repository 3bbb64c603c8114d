package org.chengshu.sense.doors;

import org.chengshu.core.access.Viewer;

/** Who speaks through a device door, as its token says. */
public sealed interface Peer {
    /** One device that speaks for itself. */
    record OneDevice(String code) implements Peer {}

    /** A program that speaks for the devices its account sees. */
    record Gateway(Viewer viewer) implements Peer {}
}
