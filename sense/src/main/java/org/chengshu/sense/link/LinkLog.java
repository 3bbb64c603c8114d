package org.chengshu.sense.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Writes comings and goings many at a time on a thread of its own, so that ten thousand devices that come at once do not
 * wait for it. What cannot be written because the database is away is tried again; beyond a bound the oldest is given up.
 */
@Component
final class LinkLog implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LinkLog.class);
    private static final int MOST_WAITING = 100_000;
    private static final int AT_ONCE = 2_000;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration PRUNE_EVERY = Duration.ofHours(1);
    private static final Duration LAST_WORK = Duration.ofSeconds(10);

    private final LinkStore store;
    private final FlapWatch flaps;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration keep;
    private final BlockingQueue<LinkEvent> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile Thread thread;
    private volatile boolean open;

    LinkLog(LinkStore store, FlapWatch flaps, Transactions transactions, Settings settings, Clock clock) {
        this.store = store;
        this.flaps = flaps;
        this.transactions = transactions;
        this.clock = clock;
        this.keep = settings.get(LinkSettings.KEEP);
    }

    void opened(Link link) {
        add(new LinkEvent.Opened(link));
    }

    void closed(Link link, Instant at, Leaving why, Optional<String> detail) {
        add(new LinkEvent.Closed(link, at, why, detail));
    }

    private void add(LinkEvent event) {
        while (!waiting.offer(event)) {
            waiting.poll();
        }
    }

    private void run() {
        List<LinkEvent> batch = new ArrayList<>();
        long nextPrune = System.nanoTime();
        while (open || !waiting.isEmpty() || !batch.isEmpty()) {
            try {
                gather(batch);
                if (!batch.isEmpty() || (open && flaps.isWatching())) {
                    List<LinkEvent> now = List.copyOf(batch);
                    transactions.run(() -> write(now));
                    flaps.written();
                    batch.clear();
                }
                if (System.nanoTime() >= nextPrune) {
                    nextPrune = System.nanoTime() + PRUNE_EVERY.toNanos();
                    store.forgetBefore(clock.instant().minus(keep));
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                flaps.notWritten();
                if (!open) {
                    return;
                }
                LOG.warn("{} comings and goings of devices cannot be noted now: {}", batch.size(), e.getMessage());
            }
        }
    }

    private void gather(List<LinkEvent> batch) throws InterruptedException {
        LinkEvent first = waiting.poll(open ? LOOK_EVERY.toMillis() : 1, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            waiting.drainTo(batch, Math.max(0, AT_ONCE - batch.size()));
        }
    }

    private void write(List<LinkEvent> events) {
        if (!events.isEmpty()) {
            store.write(events);
        }
        flaps.look(events);
    }

    @Override
    public void start() {
        store.closeLeftOpen(clock.instant());
        open = true;
        thread = Thread.ofPlatform().name("links").start(this::run);
    }

    @Override
    public void stop() {
        open = false;
        Thread running = thread;
        try {
            if (running != null && !running.join(LAST_WORK)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before the doors open and after they are shut. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
