package org.chengshu.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for something to become true, no longer than a limit, and says what it waited for when it does not. */
public final class Until {
    private static final Duration PACE = Duration.ofMillis(50);

    private Until() {}

    public static void within(Duration limit, String what, Callable<Boolean> isSo) {
        long deadline = System.nanoTime() + limit.toNanos();
        Throwable last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (isSo.call()) {
                    return;
                }
            } catch (IllegalStateException e) {
                throw e;
            } catch (Exception | AssertionError e) {
                last = e;
            }
            LockSupport.parkNanos(PACE.toNanos());
        }
        throw new AssertionError("waited " + limit.toSeconds() + " s for " + what, last);
    }
}
