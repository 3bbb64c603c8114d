package org.chengshu.core.events;

/**
 * Where modules put their events. An event is written in the emitter's transaction, so it exists exactly when the work
 * it tells of does, and is handed to every {@link EventListener} of its type after the commit: at least once, in order
 * per listener and {@link Event#key key}, on one node at a time. Safe for use by many threads.
 */
public interface Outbox {
    /**
     * Stores the event for delivery after commit.
     *
     * @throws IllegalStateException outside a transaction
     * @throws IllegalArgumentException when the record has no {@link EventType}
     */
    void emit(Event event);
}
