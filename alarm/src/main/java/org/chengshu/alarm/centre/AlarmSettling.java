package org.chengshu.alarm.centre;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chengshu.alarm.Alarm;
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

    Storms.Limits limits() {
        return storms.limits(clock.instant());
    }

    /** The same, with why each of them does not count if so. None of them is history. */
    List<NewAlarm> decide(List<NewAlarm> doubtful) {
        List<Suppressing.Candidate> candidates = doubtful.stream()
                .map(NewAlarm::signal)
                .map(signal -> new Suppressing.Candidate(signal.rule().id(), signal.subject()))
                .toList();
        List<Optional<Suppression>> answers = suppressing.decide(candidates, clock.instant());
        return IntStream.range(0, doubtful.size())
                .mapToObj(i -> doubtful.get(i).settled(answers.get(i)))
                .toList();
    }

    /** Puts fresh ones under their parents and into storms where that may be, and tells of those that count. */
    void settle(List<AlarmStore.Entry> fresh) {
        Map<UUID, Alarm> settled = new HashMap<>();
        fresh.forEach(
                entry -> settled.put(entry.asked().id().value(), entry.alarm().orElseThrow()));
        boolean parental = fresh.stream().anyMatch(AlarmStore.Entry::parental);
        boolean crowded = fresh.stream().anyMatch(AlarmStore.Entry::crowded);
        List<UUID> moved = parental || crowded ? move(fresh, parental, crowded) : List.of();
        if (parental || crowded) {
            store.list(settled.keySet()).forEach(alarm -> settled.put(alarm.id().value(), alarm));
        }
        herald.raised(fresh.stream()
                .map(entry -> new AlarmHerald.Raised(
                        settled.get(entry.asked().id().value()),
                        entry.asked().signal().announce()))
                .toList());
        store.list(moved).forEach(herald::publish);
    }

    /** Answers which of those that were there already have changed. */
    private List<UUID> move(List<AlarmStore.Entry> fresh, boolean parental, boolean crowded) {
        UUID[] live = fresh.stream()
                .map(AlarmStore.Entry::asked)
                .filter(alarm -> !alarm.signal().historical())
                .map(alarm -> alarm.id().value())
                .toArray(UUID[]::new);
        Instant now = clock.instant();
        List<UUID> moved = new ArrayList<>();
        if (parental) {
            moved.addAll(adoption.adopt(live, now));
        }
        if (crowded) {
            moved.addAll(storms.gather(live, now));
        }
        moved.removeAll(List.of(live));
        return moved;
    }
}
