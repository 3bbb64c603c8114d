package org.chengshu.sense.mqtt.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.sense.codec.Plain;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.intake.CommittedObservations;
import org.chengshu.wire.Observation;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells subscribed programs what was just committed, on a thread of its own: the intake only puts it into a bounded queue,
 * and when that is full the oldest news are dropped and counted.
 */
@Component
public final class LiveHub implements CommittedObservations, SmartLifecycle {
    private static final int MOST_BATCHES = 256;

    private final JsonMapper json;
    private final Counter dropped;
    private final Set<LiveListener> listeners = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Map<KnownDevice, Observation>> news = new ArrayBlockingQueue<>(MOST_BATCHES);
    private volatile Thread thread;

    LiveHub(JsonMapper json, MeterRegistry registry) {
        this.json = json;
        this.dropped = Counter.builder("chengshu.mqtt.live.dropped")
                .description(
                        "Batches of live data that were not told to MQTT subscribers because they could not keep up")
                .register(registry);
    }

    public void add(LiveListener listener) {
        listeners.add(listener);
    }

    public void remove(LiveListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void heard(Map<KnownDevice, Observation> newest) {
        if (listeners.isEmpty() || newest.isEmpty()) {
            return;
        }
        while (!news.offer(newest)) {
            if (news.poll() != null) {
                dropped.increment();
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // it is this very thread or another
    private void run() {
        try {
            while (thread == Thread.currentThread()) {
                tell(news.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Map<KnownDevice, Observation> newest) {
        Map<KnownDevice, byte[]> written = new ConcurrentHashMap<>();
        for (LiveListener listener : listeners) {
            List<LiveListener.News> wanted = new ArrayList<>();
            newest.forEach((device, seen) -> listener.wanted(device)
                    .forEach((topic, qos) -> wanted.add(new LiveListener.News(
                            topic, written.computeIfAbsent(device, same -> write(same, seen)), qos))));
            if (!wanted.isEmpty()) {
                listener.tell(wanted);
            }
        }
    }

    private byte[] write(KnownDevice device, Observation seen) {
        Map<String, Object> values = new TreeMap<>();
        seen.values().forEach((property, value) -> values.put(property, Plain.of(value)));
        Map<String, Object> news = new TreeMap<>();
        news.put("device", device.code());
        news.put("time", seen.time().toString());
        news.put("values", values);
        return json.writeValueAsBytes(news);
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("mqtt-live").daemon().unstarted(this::run);
        thread.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
