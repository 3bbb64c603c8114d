package org.chengshu.data;

import java.time.Instant;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;

/**
 * What is read of a stored dataset has changed: a load or rebuild was promoted. {@code revision} is its number within the
 * dataset, {@code rows} how many the dataset holds now. Events of one dataset arrive in order. Immutable.
 */
@EventType("data.dataset-refreshed")
public record DatasetRefreshed(String dataset, int revision, long rows, Instant at) implements Event {
    @Override
    public String key() {
        return dataset;
    }
}
