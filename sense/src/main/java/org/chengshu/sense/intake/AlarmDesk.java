package org.chengshu.sense.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.Clearing;
import org.chengshu.alarm.SeverityChange;
import org.chengshu.alarm.Signal;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.rules.Decision;
import org.springframework.stereotype.Component;

/** Carries decisions to the alarm centre, many at once, keeping the order of those on one rule and device. */
@Component
final class AlarmDesk {
    private final Alarms alarms;

    AlarmDesk(Alarms alarms) {
        this.alarms = alarms;
    }

    void carryOut(List<DeviceDecision> decisions) {
        List<DeviceDecision> rest = decisions;
        while (!rest.isEmpty()) {
            rest = oneRound(rest);
        }
    }

    void heardAgain(Collection<KnownDevice> devices, Instant now) {
        if (!devices.isEmpty()) {
            alarms.clearAll(devices.stream()
                    .map(device -> Signals.heardAgain(device, now))
                    .toList());
        }
    }

    /** Does the first decision on each rule and device; answers what is left. */
    private List<DeviceDecision> oneRound(List<DeviceDecision> decisions) {
        record Key(int device, String rule) {}
        Set<Key> done = new HashSet<>();
        List<DeviceDecision> left = new ArrayList<>();
        List<Signal> raised = new ArrayList<>();
        List<SeverityChange> changed = new ArrayList<>();
        List<Clearing> cleared = new ArrayList<>();
        for (DeviceDecision one : decisions) {
            if (!done.add(new Key(one.device().id(), one.decision().ruleId()))) {
                left.add(one);
                continue;
            }
            switch (one.decision()) {
                case Decision.Raise raise -> raised.add(Signals.live(one.device(), raise));
                case Decision.Change change -> changed.add(Signals.change(one.device(), change));
                case Decision.Clear clear -> cleared.add(Signals.clearing(one.device(), clear));
            }
        }
        if (!raised.isEmpty()) {
            alarms.raiseAll(raised);
        }
        if (!changed.isEmpty()) {
            alarms.changeAllSeverities(changed);
        }
        if (!cleared.isEmpty()) {
            alarms.clearAll(cleared);
        }
        return left;
    }
}
