package org.chengshu.core.events.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.chengshu.core.events.EventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of one dispatcher between its start and its stop: two for each listener, so that a slow one holds up
 * nobody but itself, and one that polls.
 */
final class Workers {
    private static final int EACH = 2;
    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final Map<String, Semaphore> signals = new HashMap<>();
    private final List<ListenerLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    Workers(Iterable<EventListener<?>> listeners, Courier courier) {
        Semaphore connections = new Semaphore(CONNECTIONS, true);
        for (EventListener<?> listener : listeners) {
            Semaphore signal = new Semaphore(1);
            signals.put(listener.name(), signal);
            for (int i = 0; i < EACH; i++) {
                loops.add(new ListenerLoop(listener, courier, signal, connections));
            }
        }
        loops.forEach(this::spawn);
    }

    void spawn(Runnable work) {
        threads.add(Thread.ofVirtual().name("events-" + threads.size()).start(work));
    }

    void wake(String listener) {
        Semaphore signal = signals.get(listener);
        if (signal != null && signal.availablePermits() < EACH) {
            signal.release();
        }
    }

    boolean stoppingWithin(Duration time) {
        try {
            return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    void stop() {
        stopping.countDown();
        loops.forEach(ListenerLoop::stop);
        signals.values().forEach(signal -> signal.release(EACH));
        for (Thread thread : threads) {
            try {
                if (!thread.join(PATIENCE)) {
                    LOG.warn("{} is still busy; what it has not committed is delivered again", thread.getName());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
