package org.chengshu.core.events.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.Outbox;
import org.chengshu.core.events.internal.DeliveryStore.NewEvent;
import org.chengshu.kernel.Ids;
import org.springframework.stereotype.Component;

@Component
final class PostgresOutbox implements Outbox {
    private final Transactions transactions;
    private final EventCodec codec;
    private final Listeners listeners;
    private final DeliveryStore store;
    private final Dispatcher dispatcher;
    private final Clock clock;

    PostgresOutbox(
            Transactions transactions,
            EventCodec codec,
            Listeners listeners,
            DeliveryStore store,
            Dispatcher dispatcher,
            Clock clock) {
        this.transactions = transactions;
        this.codec = codec;
        this.listeners = listeners;
        this.store = store;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    @Override
    public void emit(Event event) {
        emitAll(List.of(event));
    }

    @Override
    public void emitAll(List<? extends Event> events) {
        if (!transactions.active()) {
            throw new IllegalStateException("an event is emitted inside the transaction whose work it tells of");
        }
        Instant now = clock.instant();
        List<NewEvent> heard = events.stream()
                .map(event -> newEvent(event, now))
                .filter(event -> !event.listeners().isEmpty())
                .toList();
        if (heard.isEmpty()) {
            return;
        }
        store.add(heard, now);
        Set<String> names =
                heard.stream().flatMap(event -> event.listeners().stream()).collect(Collectors.toSet());
        transactions.afterCommit(() -> dispatcher.wake(names));
    }

    private NewEvent newEvent(Event event, Instant now) {
        return new NewEvent(
                Ids.at(now),
                codec.typeOf(event.getClass()),
                event.key(),
                codec.write(event),
                listeners.of(event.getClass()));
    }
}
