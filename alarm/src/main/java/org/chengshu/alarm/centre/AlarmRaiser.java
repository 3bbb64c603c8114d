package org.chengshu.alarm.centre;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.Signal;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.springframework.stereotype.Component;

/** Raises a batch of signals, each at most once. */
@Component
final class AlarmRaiser {
    // A twin may be cleared between our insert and our look for it; then the insert is tried again.
    private static final int ATTEMPTS = 5;

    private final AlarmStore store;
    private final AlarmHerald herald;
    private final AlarmSettling settling;
    private final Clock clock;

    AlarmRaiser(AlarmStore store, AlarmHerald herald, AlarmSettling settling, Clock clock) {
        this.store = store;
        this.herald = herald;
        this.settling = settling;
        this.clock = clock;
    }

    List<AlarmId> raise(List<Signal> signals) {
        AlarmId[] ids = new AlarmId[signals.size()];
        List<NewAlarm> pending = number(signals);
        for (int attempt = 0; attempt < ATTEMPTS && !pending.isEmpty(); attempt++) {
            pending = attempt(pending, ids);
        }
        if (!pending.isEmpty()) {
            throw new Fault(
                    CoreError.CONFLICT,
                    "alarm " + pending.getFirst().signal().rule().id() + " is being raised and cleared at once");
        }
        return Arrays.asList(ids);
    }

    private List<NewAlarm> attempt(List<NewAlarm> pending, AlarmId[] ids) {
        List<AlarmStore.Entry> fresh = new ArrayList<>();
        List<NewAlarm> held = new ArrayList<>();
        for (AlarmStore.Entry entry : insert(pending)) {
            if (entry.alarm().isPresent()) {
                ids[entry.asked().place()] = entry.asked().id();
                fresh.add(entry);
            } else {
                held.add(entry.asked());
            }
        }
        settling.settle(fresh);
        if (held.isEmpty()) {
            return held;
        }
        Map<Integer, AlarmId> twins = store.twins(held);
        twins.forEach((place, id) -> ids[place] = id);
        holdAgain(held, twins);
        return held.stream().filter(alarm -> !twins.containsKey(alarm.place())).toList();
    }

    /** Nearly always nothing is in doubt, and one statement does it. */
    private List<AlarmStore.Entry> insert(List<NewAlarm> pending) {
        List<AlarmStore.Entry> entries = new ArrayList<>(store.insert(pending, settling.limits()));
        List<NewAlarm> doubtful = entries.stream()
                .filter(AlarmStore.Entry::doubtful)
                .map(AlarmStore.Entry::asked)
                .toList();
        if (!doubtful.isEmpty()) {
            entries.removeIf(AlarmStore.Entry::doubtful);
            entries.addAll(store.insert(settling.decide(doubtful), settling.limits()));
        }
        return entries;
    }

    private void holdAgain(List<NewAlarm> held, Map<Integer, AlarmId> twins) {
        List<AlarmId> latched = held.stream()
                .filter(alarm -> alarm.signal().rule().byHandOnly() && twins.containsKey(alarm.place()))
                .map(alarm -> twins.get(alarm.place()))
                .toList();
        if (!latched.isEmpty()) {
            store.notOver(latched, clock.instant()).forEach(herald::publish);
        }
    }

    private List<NewAlarm> number(List<Signal> signals) {
        Instant now = clock.instant();
        List<NewAlarm> alarms = new ArrayList<>(signals.size());
        for (Signal signal : signals) {
            int place = alarms.size();
            alarms.add(
                    new NewAlarm(place, new AlarmId(Ids.at(now)), signal, now, signal.historical(), Optional.empty()));
        }
        alarms.sort(NewAlarm.LOCK_ORDER);
        return alarms;
    }
}
