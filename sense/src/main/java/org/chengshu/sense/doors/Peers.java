package org.chengshu.sense.doors;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import org.chengshu.core.access.ApiTokens;
import org.chengshu.core.access.Viewer;
import org.chengshu.sense.device.DeviceTokens;
import org.springframework.stereotype.Component;

/** Finds out who a token is, without holding up an event loop. */
@Component
public final class Peers {
    public static final String INGEST = "sense:ingest";

    /** The right to see devices, and so to hear what they say. */
    public static final String READ = "sense:read";

    private final Vertx vertx;
    private final DeviceTokens devices;
    private final ApiTokens programs;

    Peers(Vertx vertx, DeviceTokens devices, ApiTokens programs) {
        this.vertx = vertx;
        this.devices = devices;
        this.programs = programs;
    }

    /** The device of this token, if it was met before. */
    public Optional<Peer> findMet(String token) {
        return devices.findKnown(token).map(device -> new Peer.OneDevice(device.code()));
    }

    Future<Optional<Peer>> find(String token) {
        return vertx.executeBlocking(() -> ask(token), false);
    }

    /** As {@link #find}, for where blocking is allowed. */
    public Optional<Peer> ask(String token) {
        Optional<Peer> device = devices.find(token).map(known -> new Peer.OneDevice(known.code()));
        return device.isPresent() ? device : programs.find(token).map(Peer.Gateway::new);
    }

    public static boolean mayIngest(Viewer viewer) {
        return viewer.may(INGEST);
    }

    public static boolean mayListen(Viewer viewer) {
        return viewer.may(READ);
    }
}
