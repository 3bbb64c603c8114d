package org.chengshu.core.events;

import java.util.UUID;

/**
 * A bean that is told of every event of one type, after the emitter's transaction has committed. Each delivery runs in
 * one transaction that also marks it done, so work done in the database happens once; anything else (a mail, a call to
 * another system) may be repeated and should be made idempotent by the event id. Throwing means "not yet": the delivery
 * is repeated with growing pauses (1 s to 5 min), and later events of the same key wait behind it. Called by several
 * threads at once, though never by two for one key.
 */
public interface EventListener<E extends Event> {
    /** A stable name, unique over all listeners; deliveries are stored under it. */
    String name();

    Class<E> type();

    void on(E event, UUID eventId);
}
