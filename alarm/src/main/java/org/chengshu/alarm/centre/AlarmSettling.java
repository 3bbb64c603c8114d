package org.chengshu.alarm.centre;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.Signal;
import org.chengshu.alarm.Suppression;
import org.chengshu.alarm.storm.Storms;
import org.chengshu.alarm.suppression.Adoption;
import org.chengshu.alarm.suppression.Suppressing;
import org.springframework.stereotype.Component;

/** Settles of fresh alarms whether they count, and tells of them as it turns out. History always counts as it is. */
@Component
final class AlarmSettling {
    private final Suppressing suppressing;
    private final Adoption adoption;
    private final Storms storms;
    private final AlarmStore store;
    private final AlarmHerald herald;
    private final Clock clock;

    AlarmSettling(
            Suppressing suppressing,
            Adoption adoption,
            Storms storms,
            AlarmStore store,
            AlarmHerald herald,
            Clock clock) {
        this.suppressing = suppressing;
        this.adoption = adoption;
        this.storms = storms;
        this.store = store;
        this.herald = herald;
        this.clock = clock;
    }

    /** Why each of them would not count, before it is there. */
    List<Optional<Suppression>> decide(List<Signal> signals, Instant now) {
        List<Optional<Suppression>> decided = new ArrayList<>(Collections.nCopies(signals.size(), Optional.empty()));
        List<Integer> live = new ArrayList<>();
        List<Suppressing.Candidate> candidates = new ArrayList<>();
        for (int place = 0; place < signals.size(); place++) {
            Signal signal = signals.get(place);
            if (!signal.historical()) {
                live.add(place);
                candidates.add(new Suppressing.Candidate(signal.rule().id(), signal.subject()));
            }
        }
        if (!live.isEmpty()) {
            List<Optional<Suppression>> answers = suppressing.decide(candidates, now);
            for (int i = 0; i < live.size(); i++) {
                decided.set(live.get(i), answers.get(i));
            }
        }
        return decided;
    }

    /** Puts fresh ones under their parents and into storms, and tells of those that count. */
    void settle(List<NewAlarm> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        UUID[] live = fresh.stream()
                .filter(alarm -> !alarm.signal().historical())
                .map(alarm -> alarm.id().value())
                .toArray(UUID[]::new);
        List<UUID> moved = new ArrayList<>();
        if (live.length > 0) {
            Instant now = clock.instant();
            moved.addAll(adoption.adopt(live, now));
            moved.addAll(storms.gather(live, now));
            moved.removeAll(List.of(live));
        }
        Map<UUID, Alarm> settled = new HashMap<>();
        store.list(fresh.stream().map(alarm -> alarm.id().value()).toList())
                .forEach(alarm -> settled.put(alarm.id().value(), alarm));
        fresh.forEach(alarm ->
                herald.raised(settled.get(alarm.id().value()), alarm.signal().announce()));
        store.list(moved).forEach(herald::publish);
    }
}
