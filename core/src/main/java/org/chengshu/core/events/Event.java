package org.chengshu.core.events;

/**
 * Something that has happened, named in the past tense: an immutable record annotated with {@link EventType} whose
 * components survive a round through JSON. Components may be added later; a component that has been published is never
 * renamed or given another meaning, because stored events are read back by later versions.
 */
public interface Event {
    /** What the event is about: events of one key reach each listener in the order in which they were emitted. */
    String key();
}
