package org.chengshu.sense.mqtt.session;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chengshu.sense.Delivery.Mark;
import org.springframework.stereotype.Component;

/**
 * Forgets messages of quality 2 that their senders have released: many in one statement, and before the sender hears that
 * it is done, so that a number used again is never taken for the message of before.
 */
@Component
public final class Releases {
    private static final int AT_ONCE = 1_000;

    private final Vertx vertx;
    private final MqttSessionStore store;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean();

    Releases(Vertx vertx, MqttSessionStore store) {
        this.vertx = vertx;
        this.store = store;
    }

    private record Waiting(Mark mark, Promise<Void> done) {}

    public Future<Void> release(Mark mark) {
        Promise<Void> done = Promise.promise();
        waiting.add(new Waiting(mark, done));
        start();
        return done.future();
    }

    private void start() {
        if (running.compareAndSet(false, true)) {
            Future<Void> _ = vertx.executeBlocking(
                    () -> {
                        run();
                        return null;
                    },
                    false);
        }
    }

    private void run() {
        List<Waiting> batch = new ArrayList<>();
        for (Waiting one = waiting.poll(); one != null; one = batch.size() < AT_ONCE ? waiting.poll() : null) {
            batch.add(one);
        }
        try {
            if (!batch.isEmpty()) {
                store.release(batch.stream().map(Waiting::mark).toList());
            }
            batch.forEach(one -> one.done().complete());
        } catch (RuntimeException e) {
            batch.forEach(one -> one.done().fail(e));
        }
        running.set(false);
        if (!waiting.isEmpty()) {
            start();
        }
    }
}
