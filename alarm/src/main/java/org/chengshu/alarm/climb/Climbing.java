package org.chengshu.alarm.climb;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.AlarmRaised;
import org.chengshu.alarm.Alarms;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.notices.Climb;
import org.chengshu.core.notices.Notices;
import org.springframework.stereotype.Component;

/** Tells people of alarms, and the next ones while nobody acknowledges. Imported history disturbs nobody. */
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
        Optional<Alarm> alarm = alarms.find(new AlarmId(raised.alarmId()), Viewer.system());
        for (Climb climb : notices.route(AlarmNotice.of(raised))) {
            alarm.ifPresent(found -> store.put(
                    raised.alarmId(),
                    climb.rule(),
                    climb.step(),
                    found.recordedAt().plus(climb.after())));
        }
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
                        due.alarm(), due.rule(), climb.step(), due.recordedAt().plus(climb.after())),
                () -> store.end(due.alarm(), due.rule()));
    }
}
