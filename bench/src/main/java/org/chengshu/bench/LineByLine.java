package org.chengshu.bench;

import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** Hands on each line as soon as it has come. */
final class LineByLine implements Flow.Subscriber<String> {
    private final Consumer<String> taker;

    LineByLine(Consumer<String> taker) {
        this.taker = taker;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        taker.accept(line);
    }

    @Override
    public void onError(Throwable problem) {
        // A view that is left ends like this.
    }

    @Override
    public void onComplete() {
        // Whoever misses an event finds out by its absence.
    }
}
