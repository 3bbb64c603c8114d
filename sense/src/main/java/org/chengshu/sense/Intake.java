package org.chengshu.sense;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * The one way in for live readings, whatever the door. What is taken is committed before its receipt is given, in the
 * order in which it was offered; what cannot be taken now is refused as busy and not remembered. Safe for many threads;
 * offering never blocks.
 */
public interface Intake {
    Answer offer(Delivery delivery);

    /** What the intake says to an offer. */
    sealed interface Answer {}

    /**
     * The delivery is queued. The future completes after the commit, on the writer's thread, so what hangs on it is short.
     * It fails with a {@link org.chengshu.kernel.Fault} when the delivery was not stored; then it was not acknowledged.
     */
    record Taken(CompletableFuture<Receipt> receipt) implements Answer {
        public Taken {
            Objects.requireNonNull(receipt, "receipt");
        }
    }

    /** Nothing was taken; the offer may be made again after a while. */
    record Busy(Duration comeBack) implements Answer {
        public Busy {
            Objects.requireNonNull(comeBack, "comeBack");
        }
    }
}
