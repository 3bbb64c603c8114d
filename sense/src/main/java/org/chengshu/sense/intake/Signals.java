package org.chengshu.sense.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.chengshu.alarm.AlarmRule;
import org.chengshu.alarm.AlarmSort;
import org.chengshu.alarm.Clearing;
import org.chengshu.alarm.SeverityChange;
import org.chengshu.alarm.Signal;
import org.chengshu.alarm.Subject;
import org.chengshu.alarm.SubjectView;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Device;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.rules.Decision;

/** Puts what the rules decide into the words of the alarm centre. */
public final class Signals {
    // Every product with a longest silence has this rule by itself.
    private static final String SILENCE_RULE = "-silence";

    private Signals() {}

    public static Subject subject(KnownDevice device) {
        return new Subject(Device.KIND, device.code());
    }

    static Signal live(KnownDevice device, Decision.Raise raise) {
        return Signal.live(rule(raise), view(device), raise.since(), raise.at(), raise.values());
    }

    public static Signal historical(KnownDevice device, Decision.Raise raise, boolean announce) {
        return Signal.historical(rule(raise), view(device), raise.since(), raise.at(), raise.values(), announce);
    }

    static SeverityChange change(KnownDevice device, Decision.Change change) {
        return new SeverityChange(change.ruleId(), subject(device), change.severity(), change.at(), change.values());
    }

    static Clearing clearing(KnownDevice device, Decision.Clear clear) {
        return new Clearing(clear.ruleId(), subject(device), clear.at(), clear.values());
    }

    public static Signal silence(KnownDevice device, Instant lastSeen, Instant now) {
        Duration longest = device.product().maxSilence().orElseThrow();
        AlarmRule rule = new AlarmRule(
                silenceRule(device),
                Text.of("设备失联", "Device silent"),
                device.product().silenceSeverity(),
                AlarmSort.SILENCE,
                "now - lastSeen > duration('" + longest.toSeconds() + "s')");
        return Signal.live(rule, view(device), lastSeen, now, Map.of());
    }

    static Clearing heardAgain(KnownDevice device, Instant now) {
        return new Clearing(silenceRule(device), subject(device), now, Map.of());
    }

    private static String silenceRule(KnownDevice device) {
        return device.product().id() + SILENCE_RULE;
    }

    private static AlarmRule rule(Decision.Raise raise) {
        return new AlarmRule(
                raise.ruleId(),
                raise.rule().title(),
                raise.severity(),
                AlarmSort.CONDITION,
                raise.source(),
                raise.rule().ending().byHand());
    }

    public static SubjectView view(KnownDevice device) {
        Device known = device.device();
        Set<String> tags = new HashSet<>();
        known.tags().forEach((name, value) -> {
            tags.add(name);
            tags.add(name + "=" + value);
        });
        return new SubjectView(
                subject(device),
                known.title(),
                known.areaPath(),
                known.position(),
                known.parent().map(parent -> new Subject(Device.KIND, parent)),
                tags);
    }
}
