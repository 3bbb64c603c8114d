package org.chengshu.sense.derived;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.chengshu.core.db.RoundTrip;
import org.springframework.stereotype.Component;

/**
 * What waits to be worked out anew. A touch is kept in the transaction of what it tells of, and waits from the moment that
 * this can be read; it is forgotten when all that follows is done. Safe for many threads.
 */
@Component
final class Touches {
    private static final long MICROS = 1_000;

    private final TouchStore store;
    private final AtomicLong numbers;
    /** Guarded by itself. */
    private final Map<Key, List<Stretch>> waiting = new LinkedHashMap<>();
    /** Guarded by {@link #waiting}. */
    private final Set<Key> inWork = new HashSet<>();

    Touches(TouchStore store, Clock clock) {
        this.store = store;
        this.numbers = new AtomicLong(Math.max(clock.millis() * MICROS, store.newest()));
        announce(store.all());
    }

    /** A property of a device. */
    record Key(int device, String property) {}

    Touched begin() {
        return new Touched(numbers::incrementAndGet);
    }

    List<Touch> keep(Touched touched, RoundTrip trip) {
        List<Touch> kept = touched.numbered();
        if (!kept.isEmpty()) {
            store.add(kept, trip);
        }
        return kept;
    }

    List<Touch> keep(Touched touched) {
        List<Touch> kept = touched.numbered();
        if (!kept.isEmpty()) {
            store.add(kept);
        }
        return kept;
    }

    /** They are committed, and what they tell of can be read. */
    void announce(List<Touch> kept) {
        synchronized (waiting) {
            for (Touch one : kept) {
                Stretch.add(
                        waiting.computeIfAbsent(new Key(one.device(), one.property()), key -> new ArrayList<>()),
                        Stretch.of(one));
            }
        }
    }

    /** The oldest, taken out of the queue; put back what could not be done. */
    Map<Key, List<Stretch>> take(int most) {
        Map<Key, List<Stretch>> taken = new LinkedHashMap<>();
        synchronized (waiting) {
            for (Key key : waiting.keySet().stream().limit(most).toList()) {
                taken.put(key, waiting.remove(key));
            }
            inWork.addAll(taken.keySet());
        }
        return taken;
    }

    void putBack(Map<Key, List<Stretch>> undone) {
        synchronized (waiting) {
            inWork.removeAll(undone.keySet());
            undone.forEach((key, stretches) ->
                    stretches.forEach(one -> Stretch.add(waiting.computeIfAbsent(key, any -> new ArrayList<>()), one)));
        }
    }

    void done(Map<Key, List<Stretch>> taken) {
        List<Long> ids = new ArrayList<>();
        taken.values().forEach(stretches -> stretches.forEach(one -> ids.addAll(one.touches())));
        store.remove(ids);
        synchronized (waiting) {
            inWork.removeAll(taken.keySet());
        }
    }

    /** How many are not worked in yet, those that somebody is at among them. */
    int open() {
        synchronized (waiting) {
            Set<Key> open = new HashSet<>(waiting.keySet());
            open.addAll(inWork);
            return open.size();
        }
    }

    int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }
}
