package org.chengshu.alarm.climb;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.AlarmRaised;
import org.chengshu.alarm.AlarmState;
import org.chengshu.alarm.AlarmStormBegan;
import org.chengshu.alarm.Alarms;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.notices.Climb;
import org.chengshu.core.notices.Notices;
import org.springframework.stereotype.Component;

/**
 * Tells people of alarms, and the next ones while nobody acknowledges. Imported history disturbs nobody, and neither does
 * one of a storm, which is told of as a whole.
 */
@Component
final class Climbing {
    private final Alarms alarms;
    private final Notices notices;
    private final ClimbStore store;
    private final Transactions transactions;
    private final Clock clock;

    Climbing(Alarms alarms, Notices notices, ClimbStore store, Transactions transactions, Clock clock) {
        this.alarms = alarms;
        this.notices = notices;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    void raised(AlarmRaised raised) {
        if (raised.historical()) {
            return;
        }
        Optional<Alarm> alarm = find(raised.alarmId());
        if (alarm.filter(found -> found.course().storm().isPresent()).isPresent()) {
            return;
        }
        for (Climb climb : notices.route(AlarmNotice.of(raised))) {
            alarm.ifPresent(found -> put(found, climb));
        }
    }

    /** It has become worse, or has come back: whoever was told before is told anew. */
    void again(UUID id) {
        find(id).filter(Climbing::waits).ifPresent(alarm -> {
            store.endAll(id);
            notices.route(AlarmNotice.again(alarm)).forEach(climb -> put(alarm, climb));
        });
    }

    void storm(AlarmStormBegan storm) {
        notices.route(AlarmNotice.of(storm));
    }

    private static boolean waits(Alarm alarm) {
        return alarm.state() == AlarmState.RAISED
                && alarm.suppression().isEmpty()
                && alarm.course().shelving().isEmpty();
    }

    private Optional<Alarm> find(UUID id) {
        return alarms.find(new AlarmId(id), Viewer.system());
    }

    private void put(Alarm alarm, Climb climb) {
        Instant from = alarm.course().countsSince().orElseGet(alarm::recordedAt);
        store.put(alarm.id().value(), climb.rule(), climb.step(), from.plus(climb.after()));
    }

    void climbAllThatIsDue() {
        store.endSettled();
        boolean more = true;
        while (more) {
            more = transactions.call(this::climbOne);
        }
    }

    private boolean climbOne() {
        Instant now = clock.instant();
        Optional<ClimbStore.Due> due = store.takeDue(now);
        due.ifPresent(one -> climb(one, now));
        return due.isPresent();
    }

    private void climb(ClimbStore.Due due, Instant now) {
        Alarm alarm = alarms.get(new AlarmId(due.alarm()), Viewer.system());
        Optional<Climb> next =
                notices.climb(AlarmNotice.unacknowledged(alarm, due.step(), now), due.rule(), due.step());
        next.ifPresentOrElse(
                climb -> store.put(
                        due.alarm(), due.rule(), climb.step(), due.countsSince().plus(climb.after())),
                () -> store.end(due.alarm(), due.rule()));
    }
}
