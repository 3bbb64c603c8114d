package org.chengshu.sense.command;

import java.time.Clock;
import java.time.Duration;
import org.chengshu.core.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks once a second, on every node, because each has connections of its own to remind. */
@Component
final class CommandWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CommandWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int FORGET_EVERY = 3_600;

    private final CommandDesk desk;
    private final CommandStore store;
    private final Duration keep;
    private final Clock clock;
    private volatile Thread thread;

    CommandWatch(CommandDesk desk, CommandStore store, Settings settings, Clock clock) {
        this.desk = desk;
        this.store = store;
        this.keep = settings.get(CommandSettings.KEEP);
        this.clock = clock;
    }

    @SuppressWarnings("ReferenceEquality") // it is this very thread or another
    private void run() {
        for (int round = 0; thread == Thread.currentThread(); round++) {
            try {
                Thread.sleep(EVERY);
                desk.passTime();
                if (round % FORGET_EVERY == 0) {
                    store.forgetBefore(clock.instant().minus(keep));
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("the time of commands cannot pass now: {}", e.getMessage());
            }
        }
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("commands").unstarted(this::run);
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
