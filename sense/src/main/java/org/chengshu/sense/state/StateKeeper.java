package org.chengshu.sense.state;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Notes the states of devices every few seconds, and for the last time when the intake has stopped; learns what other nodes
 * did.
 */
@Component
final class StateKeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StateKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration LAST_WORK = Duration.ofSeconds(10);

    private final DeviceStates states;
    private volatile Thread thread;

    StateKeeper(DeviceStates states) {
        this.states = states;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(EVERY);
                note();
                learn();
            }
        } catch (InterruptedException e) {
            note();
        }
    }

    private void note() {
        try {
            states.note();
        } catch (RuntimeException e) {
            LOG.warn("the states of devices stay in the log for now: {}", e.getMessage());
        }
    }

    private void learn() {
        try {
            states.learnSilence();
        } catch (RuntimeException e) {
            LOG.warn("it is not known for now which devices are silent: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("device-states").daemon().start(this::run);
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(LAST_WORK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Starts before the intake, stops after it. */
    @Override
    public int getPhase() {
        return -1;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
