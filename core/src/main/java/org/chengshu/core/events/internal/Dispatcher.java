package org.chengshu.core.events.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Wakes the workers of listeners: right after a commit on this node, by a poll for all else. */
@Component
final class Dispatcher implements SmartLifecycle {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Listeners listeners;
    private final Courier courier;
    private final DeliveryStore store;
    private final Clock clock;
    private final AtomicReference<Workers> workers = new AtomicReference<>();

    Dispatcher(Listeners listeners, Courier courier, DeliveryStore store, Clock clock) {
        this.listeners = listeners;
        this.courier = courier;
        this.store = store;
        this.clock = clock;
    }

    void wake(Set<String> names) {
        Optional.ofNullable(workers.get()).ifPresent(awake -> names.forEach(awake::wake));
    }

    @Override
    public void start() {
        Workers started = new Workers(listeners.byName().values(), courier);
        workers.set(started);
        started.spawn(() -> poll(started));
    }

    @Override
    public void stop() {
        Optional.ofNullable(workers.getAndSet(null)).ifPresent(Workers::stop);
    }

    @Override
    public boolean isRunning() {
        return workers.get() != null;
    }

    /** Starts before the doors open and stops after they are shut. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void poll(Workers awake) {
        while (!awake.stoppingWithin(POLL)) {
            try {
                store.listenersWithWork(clock.instant()).forEach(awake::wake);
            } catch (RuntimeException e) {
                LOG.warn("looking for deliveries failed: {}", e.toString());
            }
        }
    }
}
