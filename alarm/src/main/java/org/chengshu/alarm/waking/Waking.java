package org.chengshu.alarm.waking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.Suppression;
import org.chengshu.alarm.centre.AlarmHerald;
import org.chengshu.alarm.centre.AlarmStore;
import org.chengshu.alarm.maintenance.Maintenance;
import org.chengshu.alarm.storm.Storms;
import org.chengshu.alarm.suppression.Suppressing;
import org.chengshu.core.db.Transactions;
import org.springframework.stereotype.Component;

/** Lets alarms count that did not: their window, their parent's trouble, their storm or their time on the shelf is over. */
@Component
final class Waking {
    private final WakeStore store;
    private final AlarmStore alarms;
    private final AlarmHerald herald;
    private final Suppressing suppressing;
    private final Maintenance maintenance;
    private final Storms storms;
    private final Transactions transactions;
    private final Clock clock;

    Waking(
            WakeStore store,
            AlarmStore alarms,
            AlarmHerald herald,
            Suppressing suppressing,
            Maintenance maintenance,
            Storms storms,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.alarms = alarms;
        this.herald = herald;
        this.suppressing = suppressing;
        this.maintenance = maintenance;
        this.storms = storms;
        this.transactions = transactions;
        this.clock = clock;
    }

    void look() {
        transactions.run(() -> storms.endQuiet(clock.instant()));
        untilFewer(this::wakeSome);
        untilFewer(this::unshelveSome);
    }

    private void untilFewer(IntSupplier some) {
        int done;
        do {
            done = transactions.call(some::getAsInt);
        } while (done == WakeStore.AT_ONCE);
    }

    private int wakeSome() {
        Instant now = clock.instant();
        List<String> windows = maintenance.holding(now).stream()
                .map(window -> window.id().toString())
                .toList();
        List<UUID> freed = store.freed(windows, now.minus(suppressing.grace()));
        if (freed.isEmpty()) {
            return 0;
        }
        List<Alarm> found = alarms.list(freed);
        List<Optional<Suppression>> other = suppressing.decide(
                found.stream()
                        .map(alarm -> new Suppressing.Candidate(alarm.rule().id(), alarm.subject()))
                        .toList(),
                now);
        List<UUID> awake = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            UUID id = found.get(i).id().value();
            other.get(i).ifPresentOrElse(by -> store.suppressStill(id, by), () -> awake.add(id));
        }
        store.wake(awake, now);
        herald.woken(alarms.list(awake));
        return freed.size();
    }

    private int unshelveSome() {
        List<UUID> back = store.unshelve(clock.instant());
        alarms.list(back).forEach(alarm -> herald.resumed(alarm, clock.instant()));
        return back.size();
    }
}
