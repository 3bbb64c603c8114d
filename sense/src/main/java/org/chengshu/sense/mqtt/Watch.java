package org.chengshu.sense.mqtt;

import io.vertx.core.Vertx;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Looks whether a client greets, lives, and may still be there. Runs on the connection's event loop. */
final class Watch {
    private static final long CONNECT_WITHIN_MS = 30_000;
    private static final long LOOK_AT_TOKEN_MS = 2_000;
    private static final long NANOS = 1_000_000;

    private final Vertx vertx;
    private long lastHeard;
    private long silence;
    private long token = -1;

    Watch(Vertx vertx, Runnable doesNotGreet) {
        this.vertx = vertx;
        this.silence = vertx.setTimer(CONNECT_WITHIN_MS, late -> doesNotGreet.run());
    }

    void heard() {
        lastHeard = System.nanoTime();
    }

    /** It has greeted; from now on silence counts, while we listen, once it is half as long again as was agreed. */
    void expectWithin(int keepAlive_s, BooleanSupplier listening, Consumer<String> silent) {
        vertx.cancelTimer(silence);
        if (keepAlive_s > 0) {
            long longest = keepAlive_s * 1_500L;
            silence = vertx.setPeriodic(Math.max(1_000, longest / 3), now -> {
                if (listening.getAsBoolean() && System.nanoTime() - lastHeard > longest * NANOS) {
                    silent.accept("nothing for " + longest / 1_000 + " s");
                }
            });
        }
    }

    void lookAtToken(Runnable look) {
        token = vertx.setPeriodic(LOOK_AT_TOKEN_MS, now -> look.run());
    }

    void end() {
        vertx.cancelTimer(silence);
        vertx.cancelTimer(token);
    }
}
