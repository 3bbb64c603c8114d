package org.chengshu.data.feed;

import java.time.Duration;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;

/** Waiting while a source is read. */
public final class Pause {
    private Pause() {}

    /** Faults with {@code FEED_BROKEN} when the waiting is interrupted. */
    public static void take(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(DataError.FEED_BROKEN, "reading was interrupted", e);
        }
    }
}
