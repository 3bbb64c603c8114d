package org.chengshu.alarm.centre;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.Signal;
import org.chengshu.alarm.Suppression;

/**
 * A signal with the id it will have if no alarm of its rule and subject is open; {@code place} is its place in the call. It is
 * settled when it is known whether it counts; what is not is left out as soon as there is a doubt.
 */
record NewAlarm(
        int place, AlarmId id, Signal signal, Instant recordedAt, boolean settled, Optional<Suppression> suppression) {
    /** Writers take the unique index's entries in one order, so that they cannot lock each other out. */
    static final Comparator<NewAlarm> LOCK_ORDER = Comparator.comparing(
                    (NewAlarm alarm) -> alarm.signal().subject().subject().key())
            .thenComparing(alarm -> alarm.signal().rule().id())
            .thenComparingInt(NewAlarm::place);

    NewAlarm settled(Optional<Suppression> by) {
        return new NewAlarm(place, id, signal, recordedAt, true, by);
    }
}
