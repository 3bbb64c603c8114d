package org.chengshu.core.events.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventListener;
import org.chengshu.core.tracing.Tracing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands deliveries to a listener. Several are tried in one transaction, because the commit is what costs; when one of
 * them fails all are rolled back and each is tried again in a transaction of its own, so a failure touches only itself.
 */
@Component
final class Courier {
    static final int BATCH = 16;
    static final int STUCK_ATTEMPTS = 10;
    private static final int LONGEST_ERROR = 2000;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Transactions transactions;
    private final DeliveryStore store;
    private final EventCodec codec;
    private final Clock clock;

    Courier(Transactions transactions, DeliveryStore store, EventCodec codec, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.codec = codec;
        this.clock = clock;
    }

    /** The deliveries tried; none when nothing is due or all that is due is in other hands. */
    List<Delivery> deliverHeads(EventListener<?> listener) {
        return deliver(listener, () -> store.claimHeads(listener.name(), BATCH, clock.instant()));
    }

    /** Follows the lanes of deliveries that have just been tried. */
    List<Delivery> deliverNext(EventListener<?> listener, List<Delivery> done) {
        Set<String> keys = done.stream().map(Delivery::key).collect(Collectors.toSet());
        return deliver(listener, () -> store.claimNext(listener.name(), keys, clock.instant()));
    }

    static Duration pauseAfter(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private List<Delivery> deliver(EventListener<?> listener, Supplier<List<Delivery>> claim) {
        Claimed claimed = new Claimed();
        try {
            transactions.run(() -> {
                claimed.deliveries = withFollowers(listener, claim.get());
                claimed.deliveries.forEach(delivery -> hand(delivery, listener));
                if (!claimed.deliveries.isEmpty()) {
                    store.markDone(claimed.deliveries, clock.instant());
                }
            });
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            if (claimed.deliveries.isEmpty()) {
                throw e;
            }
            deliverOneByOne(listener, claimed.deliveries, e);
        }
        return claimed.deliveries;
    }

    private List<Delivery> withFollowers(EventListener<?> listener, List<Delivery> heads) {
        int room = heads.isEmpty() ? 0 : (BATCH - heads.size()) / heads.size();
        if (room == 0) {
            return heads;
        }
        List<Delivery> all = new ArrayList<>(heads);
        all.addAll(store.followers(listener.name(), heads, room));
        all.sort(Comparator.comparingLong(Delivery::seq));
        return all;
    }

    /** What follows a failed one in its lane is no head, and so is left for later. */
    private void deliverOneByOne(EventListener<?> listener, List<Delivery> deliveries, Throwable first) {
        if (deliveries.size() == 1) {
            fail(listener, deliveries.getFirst(), first);
            return;
        }
        for (Delivery delivery : deliveries) {
            try {
                transactions.run(() -> store.claim(delivery.seq()).ifPresent(alone -> {
                    hand(alone, listener);
                    store.markDone(List.of(alone), clock.instant());
                }));
            } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
                fail(listener, delivery, e);
            }
        }
    }

    private <E extends Event> void hand(Delivery delivery, EventListener<E> listener) {
        String expected = codec.typeOf(listener.type());
        if (!expected.equals(delivery.type())) {
            throw new IllegalStateException("an event of type " + delivery.type() + " is stored for the listener "
                    + listener.name() + ", which knows " + expected + " only");
        }
        E event = codec.read(delivery.payload(), listener.type());
        Runnable hearing = () -> listener.on(event, delivery.eventId());
        delivery.trace().ifPresentOrElse(id -> Tracing.under(id, hearing), hearing);
    }

    private void fail(EventListener<?> listener, Delivery delivery, Throwable cause) {
        Runnable noting = () -> note(listener, delivery, cause);
        delivery.trace().ifPresentOrElse(id -> Tracing.under(id, noting), noting);
    }

    private void note(EventListener<?> listener, Delivery delivery, Throwable cause) {
        int attempts = delivery.attempts() + 1;
        LOG.atLevel(attempts == STUCK_ATTEMPTS ? org.slf4j.event.Level.ERROR : org.slf4j.event.Level.WARN)
                .setCause(cause)
                .log(
                        "listener {} failed on event {} ({} of key {}), attempt {}",
                        listener.name(),
                        delivery.eventId(),
                        delivery.type(),
                        delivery.key(),
                        attempts);
        String error = cause.toString();
        store.markFailed(
                delivery.seq(),
                clock.instant().plus(pauseAfter(attempts)),
                error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
    }

    private static final class Claimed {
        private List<Delivery> deliveries = List.of();
    }
}
