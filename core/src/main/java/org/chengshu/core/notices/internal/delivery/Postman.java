package org.chengshu.core.notices.internal.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.chengshu.core.notices.internal.NoticeSettings;
import org.chengshu.core.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hands what is due to the carriers, one round for each channel, so that a slow one holds up nobody but itself. */
@Component
public final class Postman implements SmartLifecycle {
    private static final int AT_ONCE = 20;
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 20;
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final List<Carrier> carriers;
    private final ParcelStore store;
    private final int attempts;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private volatile CountDownLatch stopping;

    Postman(List<Carrier> carriers, ParcelStore store, Settings settings, Clock clock) {
        this.carriers = carriers;
        this.store = store;
        this.attempts = settings.get(NoticeSettings.ATTEMPTS);
        this.clock = clock;
    }

    /** Something may be due before the next look. */
    public void wake() {
        bell.release(carriers.size());
    }

    /** 5 s, then twice as long each time, never more than a quarter of an hour. */
    static Duration pauseAfter(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    @Override
    public void start() {
        CountDownLatch mine = new CountDownLatch(1);
        stopping = mine;
        carriers.forEach(carrier ->
                Thread.ofVirtual().name("notices-" + carrier.channel().word()).start(() -> work(carrier, mine)));
    }

    @Override
    public void stop() {
        CountDownLatch last = stopping;
        stopping = null;
        if (last != null) {
            last.countDown();
            wake();
        }
    }

    @Override
    public boolean isRunning() {
        return stopping != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void work(Carrier carrier, CountDownLatch end) {
        try {
            while (end.getCount() > 0) {
                if (deliver(carrier) < AT_ONCE) {
                    bell.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int deliver(Carrier carrier) {
        if (!carrier.ready()) {
            return 0;
        }
        try {
            List<Parcel> parcels = store.take(carrier.channel(), AT_ONCE);
            if (!parcels.isEmpty()) {
                carrier.carry(parcels, this::note);
            }
            return parcels.size();
        } catch (RuntimeException e) {
            // What was taken and not told of is taken again when it has been in hands too long.
            LOG.warn("deliveries by {} pause: {}", carrier.channel().word(), e.toString());
            return 0;
        }
    }

    private void note(Parcel parcel, Outcome outcome) {
        switch (outcome) {
            case Outcome.Sent sent -> store.sent(parcel);
            case Outcome.Never never -> store.dead(parcel, never.reason());
            case Outcome.Later later -> {
                if (parcel.attempts() >= attempts) {
                    store.dead(parcel, "after " + parcel.attempts() + " attempts: " + later.reason());
                } else {
                    store.later(parcel, clock.instant().plus(pauseAfter(parcel.attempts())), later.reason());
                }
            }
        }
    }
}
