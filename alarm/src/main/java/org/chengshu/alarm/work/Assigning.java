package org.chengshu.alarm.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.alarm.Alarm;
import org.chengshu.core.access.AccountState;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.Notice;
import org.chengshu.core.notices.Notices;
import org.chengshu.core.notices.Recipient;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** To whom an alarm may be given, and how they hear of it. */
@Component
final class Assigning {
    private static final String READ = "alarm:read";

    private final Accounts accounts;
    private final Notices notices;

    Assigning(Accounts accounts, Notices notices) {
        this.accounts = accounts;
        this.notices = notices;
    }

    /** Those of the newest accounts who can sign in and may see it, by name; programs are left out. */
    List<Person> people(Alarm alarm) {
        return accounts.list(Viewer.system()).stream()
                .filter(account -> account.state() == AccountState.ACTIVE)
                .filter(account -> account.hasPassword() || account.lastSignIn().isPresent())
                .filter(account -> accounts.findViewer(account.id())
                        .filter(viewer -> viewer.may(READ, alarm.subject().areaPath()))
                        .isPresent())
                .map(Person::of)
                .sorted(java.util.Comparator.comparing(Person::name))
                .toList();
    }

    /** Somebody by account. */
    record Person(java.util.UUID id, String name) {
        static Person of(AccountView account) {
            return new Person(account.id(), account.displayName());
        }
    }

    void tell(Alarm alarm, Viewer person, Viewer by) {
        Text subject = alarm.subject().title();
        notices.tell(
                new Notice(
                        "alarm-assigned",
                        "alarm-assigned:" + alarm.id(),
                        alarm.rule().severity(),
                        alarm.rule().title(),
                        Text.of(
                                subject.zh() + "。" + by.displayName() + "指派给你",
                                subject.en() + ". Assigned to you by " + by.displayName()),
                        Optional.of("/alarms/" + alarm.id()),
                        alarm.subject().areaPath(),
                        Map.of("rule", alarm.rule().id())),
                List.of(Recipient.account(person.accountId())),
                Set.of(Channel.values()));
    }
}
