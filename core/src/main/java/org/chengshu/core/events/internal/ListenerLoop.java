package org.chengshu.core.events.internal;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.chengshu.core.events.EventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker of one listener: sleeps until woken, then delivers until nothing is due. */
final class ListenerLoop implements Runnable {
    private static final int LANE_ROUNDS = 64;
    private static final Logger LOG = LoggerFactory.getLogger(ListenerLoop.class);

    private final EventListener<?> listener;
    private final Courier courier;
    private final Semaphore signal;
    private final Semaphore connections;
    private volatile boolean stopping;

    ListenerLoop(EventListener<?> listener, Courier courier, Semaphore signal, Semaphore connections) {
        this.listener = listener;
        this.courier = courier;
        this.signal = signal;
        this.connections = connections;
    }

    /** Takes effect when the worker wakes. */
    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        while (!stopping) {
            signal.acquireUninterruptibly();
            try {
                deliverAllThatIsDue();
            } catch (RuntimeException | Error e) {
                // The database is away, most likely; the next poll wakes this worker again.
                LOG.warn("deliveries to {} pause: {}", listener.name(), e.toString());
            }
        }
    }

    private void deliverAllThatIsDue() {
        boolean more = true;
        while (more && !stopping) {
            connections.acquireUninterruptibly();
            try {
                more = deliverSome();
            } finally {
                connections.release();
            }
        }
    }

    private boolean deliverSome() {
        List<Delivery> tried = courier.deliverHeads(listener);
        if (tried.isEmpty()) {
            return false;
        }
        if (tried.size() == Courier.BATCH) {
            signal.release();
        }
        for (int round = 0; round < LANE_ROUNDS && !tried.isEmpty() && !stopping; round++) {
            tried = courier.deliverNext(listener, tried);
        }
        return true;
    }
}
