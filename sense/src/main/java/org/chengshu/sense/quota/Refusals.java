package org.chengshu.sense.quota;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.chengshu.sense.Door;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Counts what the doors refused before the intake, and writes the sums every second. A fall of the node may cost a second's
 * worth; nothing of it was acknowledged.
 */
@Component
public final class Refusals implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final long EVERY_MS = 1_000;

    private final DSLContext db;
    private final Map<Door, LongAdder> messages = adders();
    private final Map<Door, LongAdder> values = adders();
    private volatile Thread thread;

    Refusals(DSLContext db) {
        this.db = db;
    }

    private static Map<Door, LongAdder> adders() {
        Map<Door, LongAdder> adders = new EnumMap<>(Door.class);
        for (Door door : Door.values()) {
            adders.put(door, new LongAdder());
        }
        return adders;
    }

    public void count(Door door, int howManyValues) {
        messages.get(door).increment();
        values.get(door).add(howManyValues);
    }

    @SuppressWarnings("ReferenceEquality") // it is this very thread or another
    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                Thread.sleep(EVERY_MS);
                write();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void write() {
        for (Door door : Door.values()) {
            long refused = messages.get(door).sumThenReset();
            long lost = values.get(door).sumThenReset();
            if (refused > 0) {
                write(door, refused, lost);
            }
        }
    }

    private void write(Door door, long refused, long lost) {
        try {
            db.execute("""
                    insert into cs_sense.refused as r (door, messages, values_lost) values (?, ?, ?)
                    on conflict (door) do update set messages = r.messages + excluded.messages,
                        values_lost = r.values_lost + excluded.values_lost""", door.word(), refused, lost);
        } catch (RuntimeException e) {
            LOG.warn("what was refused cannot be counted now: {}", e.getMessage());
            messages.get(door).add(refused);
            values.get(door).add(lost);
        }
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("refusals").unstarted(this::run);
        thread.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            write();
        }
    }

    /** Before the doors open and after they are shut. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
