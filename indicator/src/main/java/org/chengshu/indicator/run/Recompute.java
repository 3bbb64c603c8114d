package org.chengshu.indicator.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.events.Outbox;
import org.chengshu.core.live.Live;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.Grain;
import org.chengshu.indicator.IndicatorComputed;
import org.chengshu.indicator.compute.Computed;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.store.Change;
import org.chengshu.indicator.store.Declared;
import org.chengshu.indicator.store.ValueWriter;
import org.springframework.stereotype.Component;

/** Computes some periods of one indicator, stores what changed and tells of it, all in one transaction. */
@Component
class Recompute {
    static final String TOPIC = "indicator";
    private static final int MOST_TOLD = 200;

    private final Computing computing;
    private final ValueWriter values;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Live live;
    private final CitySettings settings;

    Recompute(
            Computing computing,
            ValueWriter values,
            Transactions transactions,
            Outbox outbox,
            Live live,
            CitySettings settings) {
        this.computing = computing;
        this.values = values;
        this.transactions = transactions;
        this.outbox = outbox;
        this.live = live;
        this.settings = settings;
    }

    /** Computes the periods from the start of one to the end of one. */
    Done run(Declared declared, Instant from, Instant to) {
        return transactions.call(() -> {
            values.lock(declared.id());
            Grain grain = declared.definition().grain();
            List<Computed> computed = computing.compute(declared, from, to);
            List<Change> changes =
                    values.replace(declared.id(), from, to, computed, start -> grain.next(start, settings.zone()));
            if (!changes.isEmpty()) {
                tell(declared.definition(), changes);
            }
            return new Done(computed.size(), changes.size());
        });
    }

    private void tell(Definition definition, List<Change> changes) {
        Comparator<Instant> byTime = Comparator.naturalOrder();
        List<Instant> starts =
                changes.stream().map(Change::start).sorted(byTime).toList();
        outbox.emit(new IndicatorComputed(
                definition.id(), definition.grain().word(), starts.getFirst(), starts.getLast(), changes.size()));
        changes.stream()
                .filter(change -> change.start().equals(starts.getLast()))
                .limit(MOST_TOLD)
                .forEach(change -> live.publish(TOPIC, change.key().areaPath(), LiveValue.of(definition, change)));
    }

    /** How many values were computed, and how many of them changed. */
    record Done(long computed, long changed) {
        Done plus(Done other) {
            return new Done(computed + other.computed, changed + other.changed);
        }
    }
}
