package org.chengshu.indicator;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chengshu.core.events.EventListener;
import org.springframework.stereotype.Component;

/** Hears of values that changed. */
@Component
public class HeardComputed implements EventListener<IndicatorComputed> {
    private final List<IndicatorComputed> heard = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "test.heard-computed";
    }

    @Override
    public Class<IndicatorComputed> type() {
        return IndicatorComputed.class;
    }

    @Override
    public void on(IndicatorComputed event, UUID eventId) {
        heard.add(event);
    }

    public List<IndicatorComputed> of(String indicator) {
        return heard.stream()
                .filter(event -> event.indicator().equals(indicator))
                .toList();
    }

    public void forget() {
        heard.clear();
    }
}
