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
final class Peers {
    static final String INGEST = "sense:ingest";

    private final Vertx vertx;
    private final DeviceTokens devices;
    private final ApiTokens programs;

    Peers(Vertx vertx, DeviceTokens devices, ApiTokens programs) {
        this.vertx = vertx;
        this.devices = devices;
        this.programs = programs;
    }

    /** The device of this token, if it was met before. */
    Optional<Peer> findMet(String token) {
        return devices.findKnown(token).map(device -> new Peer.OneDevice(device.code()));
    }

    Future<Optional<Peer>> find(String token) {
        return vertx.executeBlocking(() -> ask(token), false);
    }

    private Optional<Peer> ask(String token) {
        Optional<Peer> device = devices.find(token).map(known -> new Peer.OneDevice(known.code()));
        return device.isPresent() ? device : programs.find(token).map(Peer.Gateway::new);
    }

    static boolean mayIngest(Viewer viewer) {
        return viewer.may(INGEST);
    }
}
