package org.chengshu.indicator;

import java.time.Instant;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;

/**
 * Values of an indicator have changed.
 *
 * @param from the start of the earliest period that changed
 * @param to the start of the latest period that changed
 * @param changed how many values
 */
@EventType("indicator.computed")
public record IndicatorComputed(String indicator, String grain, Instant from, Instant to, int changed)
        implements Event {
    @Override
    public String key() {
        return indicator;
    }
}
