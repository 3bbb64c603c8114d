package org.chengshu.sense.mqtt.session;

import java.util.concurrent.CompletableFuture;

/** The connection that a session belongs to at the moment. */
@FunctionalInterface
public interface Holder {
    /** The same client has come by another connection; done when this one is gone. For any thread. */
    CompletableFuture<Void> takenOver();
}
