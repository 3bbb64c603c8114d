package org.chengshu.data.catalogue.watch;

import java.util.UUID;
import org.chengshu.core.events.EventListener;
import org.chengshu.data.DatasetRefreshed;
import org.chengshu.data.catalogue.EntryStore;
import org.springframework.stereotype.Component;

/** Measures a dataset and tells its subscribers as soon as it was renewed. */
@Component
class RefreshListener implements EventListener<DatasetRefreshed> {
    private final EntryStore entries;
    private final Freshness freshness;
    private final Subscriptions subscriptions;

    RefreshListener(EntryStore entries, Freshness freshness, Subscriptions subscriptions) {
        this.entries = entries;
        this.freshness = freshness;
        this.subscriptions = subscriptions;
    }

    @Override
    public String name() {
        return "data.catalogue-refreshed";
    }

    @Override
    public Class<DatasetRefreshed> type() {
        return DatasetRefreshed.class;
    }

    @Override
    public void on(DatasetRefreshed event, UUID eventId) {
        entries.find(event.dataset()).ifPresent(entry -> {
            freshness.measure(entry);
            subscriptions.refreshed(entry, event.rows());
        });
    }
}
