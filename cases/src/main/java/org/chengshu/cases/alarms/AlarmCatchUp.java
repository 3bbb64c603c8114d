package org.chengshu.cases.alarms;

import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.Alarms;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.springframework.stereotype.Component;

/**
 * Two listeners hear of raising and of clearing, and neither waits for the other: a clearing may be heard before the case
 * of its alarm is committed. Whatever was missed so is found here.
 */
@Component
final class AlarmCatchUp {
    private final Alarms alarms;
    private final CaseAlarms joined;
    private final AlarmIntake intake;
    private final Transactions transactions;

    AlarmCatchUp(Alarms alarms, CaseAlarms joined, AlarmIntake intake, Transactions transactions) {
        this.alarms = alarms;
        this.joined = joined;
        this.intake = intake;
        this.transactions = transactions;
    }

    void run() {
        for (AlarmId id : joined.open()) {
            if (alarms.find(id, Viewer.system()).flatMap(Alarm::clearedAt).isPresent()) {
                transactions.run(() -> intake.cleared(id));
            }
        }
    }
}
