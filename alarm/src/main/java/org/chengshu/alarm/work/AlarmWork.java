package org.chengshu.alarm.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmError;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.centre.AlarmHerald;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/**
 * People's work on one alarm: a comment, somebody who looks after it, a time on the shelf. Every deed is a step of its
 * history. Cases are another matter: nothing here opens, joins or closes one.
 */
@Component
final class AlarmWork {
    static final String HANDLE = "alarm:handle";
    static final String ACKNOWLEDGE = "alarm:acknowledge";
    private static final String READ = "alarm:read";
    private static final int LONGEST_TEXT = 1000;

    private final Alarms alarms;
    private final WorkStore store;
    private final AlarmHerald herald;
    private final Assigning assigning;
    private final Accounts accounts;
    private final Transactions transactions;
    private final Settings settings;
    private final Clock clock;

    AlarmWork(
            Alarms alarms,
            WorkStore store,
            AlarmHerald herald,
            Assigning assigning,
            Accounts accounts,
            Transactions transactions,
            Settings settings,
            Clock clock) {
        this.alarms = alarms;
        this.store = store;
        this.herald = herald;
        this.assigning = assigning;
        this.accounts = accounts;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    void comment(AlarmId id, Viewer viewer, String text) {
        String said = text("text", text);
        change(id, viewer, HANDLE, (alarm, now) -> {
            store.step(id, "commented", viewer, now, Optional.of(said), Map.of());
        });
    }

    /** Sets it aside until a moment ahead, at most as far as the setting allows; it comes back by itself. */
    void shelve(AlarmId id, Viewer viewer, Instant until, String reason) {
        String why = text("reason", reason);
        change(id, viewer, HANDLE, (alarm, now) -> {
            Duration longest = settings.get(WorkSettings.LONGEST_SHELVING);
            if (!until.isAfter(now) || until.isAfter(now.plus(longest))) {
                throw wrong("until: a time ahead, at most " + longest.toMinutes() + " minutes from now");
            }
            if (!store.shelve(id, viewer, until, why)) {
                throw cleared(alarm);
            }
            store.step(id, "shelved", viewer, now, Optional.of(why), Map.of("until", until.toString()));
        });
    }

    void unshelve(AlarmId id, Viewer viewer) {
        transactions.run(() -> {
            Alarm before = permitted(id, viewer, HANDLE);
            Instant now = clock.instant();
            if (!store.unshelve(id, now)) {
                throw new Fault(AlarmError.ALARM_NOT_SHELVED, "alarm " + before.id() + " is not on the shelf");
            }
            store.step(id, "unshelved", viewer, now, Optional.empty(), Map.of());
            herald.resumed(alarms.get(id, viewer), now);
        });
    }

    /** Takes one's own acknowledgement back. */
    void withdraw(AlarmId id, Viewer viewer) {
        transactions.run(() -> {
            Alarm before = permitted(id, viewer, ACKNOWLEDGE);
            Instant now = clock.instant();
            if (!store.withdraw(id, viewer, now)) {
                throw new Fault(
                        AlarmError.ALARM_NOT_ACKNOWLEDGED,
                        before.clearedAt().isPresent() ? "it has cleared" : "you have not acknowledged it");
            }
            store.step(id, "withdrawn", viewer, now, Optional.empty(), Map.of());
            herald.resumed(alarms.get(id, viewer), now);
        });
    }

    /** Gives it to somebody who may see it, or to nobody. */
    void assign(AlarmId id, Viewer viewer, Optional<UUID> person) {
        change(id, viewer, HANDLE, (alarm, now) -> {
            if (alarm.clearedAt().isPresent()) {
                throw cleared(alarm);
            }
            Optional<Viewer> assignee = person.map(account -> assignable(account, alarm));
            store.assign(id, assignee);
            Map<String, String> to = assignee.map(one -> Map.of(
                            "to", one.displayName(), "account", one.accountId().toString()))
                    .orElseGet(Map::of);
            store.step(id, "assigned", viewer, now, Optional.empty(), to);
            assignee.filter(one -> !one.accountId().equals(viewer.accountId()))
                    .ifPresent(one -> assigning.tell(alarm, one, viewer));
        });
    }

    private Viewer assignable(UUID account, Alarm alarm) {
        return accounts.findViewer(account)
                .filter(viewer -> viewer.may(READ, alarm.subject().areaPath()))
                .orElseThrow(() -> wrong("person: nobody of this id may see the alarm"));
    }

    private interface Deed {
        void on(Alarm alarm, Instant now);
    }

    private void change(AlarmId id, Viewer viewer, String right, Deed deed) {
        transactions.run(() -> {
            deed.on(permitted(id, viewer, right), clock.instant());
            herald.publish(alarms.get(id, viewer));
        });
    }

    private Alarm permitted(AlarmId id, Viewer viewer, String right) {
        viewer.require(right);
        Alarm alarm = alarms.get(id, viewer);
        if (!viewer.may(right, alarm.subject().areaPath())) {
            throw new Fault(CoreError.FORBIDDEN, "the right " + right + " does not hold in this area");
        }
        return alarm;
    }

    private static String text(String place, String text) {
        String said = text == null ? "" : text.strip();
        if (said.isEmpty() || said.length() > LONGEST_TEXT) {
            throw wrong(place + ": 1.." + LONGEST_TEXT + " characters");
        }
        return said;
    }

    private static Fault wrong(String detail) {
        return new Fault(AlarmError.ALARM_INPUT_WRONG, detail);
    }

    private static Fault cleared(Alarm alarm) {
        return new Fault(
                AlarmError.ALARM_ALREADY_CLEARED,
                alarm.historical() ? "it is history, and was never open" : "it has cleared");
    }
}
