package org.chengshu.core.events;

import java.util.List;

/**
 * Where modules put their events. An event is written in the emitter's transaction, so it exists exactly when the work
 * it tells of does, and is handed to every {@link EventListener} of its type after the commit: at least once, in order
 * per listener and {@link Event#key key}, on one node at a time. Two transactions that run at the same time and emit for
 * one key have no order between them unless they wait for each other by a lock of their own. Safe for use by many
 * threads.
 */
public interface Outbox {
    /**
     * Stores the event for delivery after commit.
     *
     * @throws IllegalStateException outside a transaction
     * @throws IllegalArgumentException when the record has no {@link EventType}
     */
    void emit(Event event);

    /** As {@link #emit} for each of them in this order, in one statement; for whoever emits in bulk. */
    void emitAll(List<? extends Event> events);
}
