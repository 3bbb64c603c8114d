package org.chengshu.core.tree;

import java.time.Instant;
import java.util.UUID;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;

/**
 * The tree {@code area} or {@code organisation} has changed. Whoever keeps the present path of something beside it, other
 * than with what happened at a time, brings that path up to date.
 */
@EventType("core.tree-changed")
public record TreeChanged(String tree, UUID change, String kind, Instant at) implements Event {
    @Override
    public String key() {
        return tree;
    }
}
