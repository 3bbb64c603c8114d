package org.chengshu.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.chengshu.bench.NodeProcess;
import tools.jackson.databind.JsonNode;

/** Devices that send without a pause over MQTT and HTTP, each value at a time of its own, and what was acknowledged to them. */
final class Load implements AutoCloseable {
    private static final Duration STABLE = Duration.ofSeconds(2);
    private static final int WINDOW = 100;
    private static final long PATIENCE_SECONDS = 5;

    private final NodeProcess node;
    private final Instant start;
    private final AtomicLong ticks = new AtomicLong();
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final Set<Instant> acknowledged = new ConcurrentSkipListSet<>();
    private final AtomicLong overHttp = new AtomicLong();
    private final Thread mqtt;
    private final Thread http;

    private Load(NodeProcess node, String token, Instant start) {
        this.node = node;
        this.start = start;
        this.mqtt = Thread.ofVirtual().start(() -> publish(token));
        this.http = Thread.ofVirtual().start(() -> post(token));
    }

    static Load on(NodeProcess node, String token) {
        return from(Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3600), node, token);
    }

    /** @param start the time of the first value; an hour from then on is this load's own */
    static Load from(Instant start, NodeProcess node, String token) {
        return new Load(node, token, start);
    }

    Set<Instant> acknowledged() {
        return acknowledged;
    }

    long overHttp() {
        return overHttp.get();
    }

    /** Which of the values are stored; a value that is there twice is a fault. */
    Set<Instant> stored() {
        return storedAt(node);
    }

    Set<Instant> storedAt(NodeProcess node) {
        JsonNode readings = node.get("/api/sense/v1/devices/probe-1/series/dust/readings?limit=10000&from=" + start
                        + "&to=" + start.plusSeconds(3600))
                .path("items");
        Set<Instant> times = StreamSupport.stream(readings.spliterator(), false)
                .map(item -> Instant.parse(item.path("time").asString()))
                .collect(Collectors.toSet());
        if (times.size() != readings.size()) {
            throw new AssertionError("something is stored twice");
        }
        return times;
    }

    /** What is stored once the last of what was sent has been written: it may be more than was acknowledged. */
    Set<Instant> storedInTheEnd() {
        Set<Instant> before = stored();
        for (Set<Instant> now = pausedRead(); !now.equals(before); now = pausedRead()) {
            before = now;
        }
        return before;
    }

    private Set<Instant> pausedRead() {
        LockSupport.parkNanos(STABLE.toNanos());
        return stored();
    }

    private Instant next() {
        return start.plusMillis(100 * ticks.incrementAndGet());
    }

    private void publish(String token) {
        try (MqttDevice device = MqttDevice.connect(node.mqttPort(), token)) {
            Semaphore window = new Semaphore(WINDOW);
            while (going.get() && window.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Instant time = next();
                CompletableFuture<Void> _ = device.publish(Loop.dust(time, 100)).whenComplete((done, broken) -> {
                    if (broken == null) {
                        acknowledged.add(time);
                    }
                    window.release();
                });
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // The node went away or does not take anything: what is not acknowledged is not counted.
            going.compareAndSet(true, false);
        }
    }

    private void post(String token) {
        while (going.get()) {
            Instant time = next();
            try {
                if (node.asDevice(token, Loop.dust(time, 100)).statusCode() == 200) {
                    acknowledged.add(time);
                    overHttp.incrementAndGet();
                }
            } catch (java.io.UncheckedIOException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        going.set(false);
        try {
            mqtt.join();
            http.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
