package org.chengshu.alarm.climb;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmRaised;
import org.chengshu.alarm.AlarmRule;
import org.chengshu.alarm.AlarmStormBegan;
import org.chengshu.alarm.Subject;
import org.chengshu.core.notices.Notice;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;

/** An alarm in the words of a notice. Pure. */
final class AlarmNotice {
    static final String MATTER = "alarm";

    private AlarmNotice() {}

    static Notice of(AlarmRaised raised) {
        return new Notice(
                MATTER,
                key(raised.ruleId(), raised.subjectKind(), raised.subjectId()),
                Severity.ofLevel(raised.severity()),
                raised.title(),
                raised.subjectTitle(),
                page(raised.alarmId().toString()),
                raised.areaPath(),
                Map.of("rule", raised.ruleId(), "sort", raised.sort(), "subject-kind", raised.subjectKind()));
    }

    /** Of one that has become worse or has come back, which is news though it was told of before. */
    static Notice again(Alarm alarm) {
        AlarmRule rule = alarm.rule();
        Subject subject = alarm.subject().subject();
        String since = alarm.course().countsSince().map(Instant::toString).orElse("");
        return new Notice(
                MATTER,
                key(rule.id(), subject.kind(), subject.id()) + "@" + since,
                rule.severity(),
                rule.title(),
                alarm.subject().title(),
                page(alarm.id().toString()),
                alarm.subject().areaPath(),
                labels(alarm));
    }

    private static Map<String, String> labels(Alarm alarm) {
        return Map.of(
                "rule", alarm.rule().id(),
                "sort", alarm.rule().sort().word(),
                "subject-kind", alarm.subject().subject().kind());
    }

    static Notice of(AlarmStormBegan storm) {
        Text root = storm.subjectTitle();
        return new Notice(
                MATTER,
                storm.key(),
                Severity.ofLevel(storm.severity()),
                storm.title(),
                Text.of(
                        storm.members() + " 条告警合并，首要对象：" + root.zh(),
                        storm.members() + " alarms folded into one; root: " + root.en()),
                Optional.of("/alarms?storm=" + storm.stormId()),
                storm.areaPath(),
                Map.of("rule", storm.ruleId(), "sort", storm.sort(), "subject-kind", storm.subjectKind()));
    }

    /** Of one that nobody acknowledged: every step is news of its own. */
    static Notice unacknowledged(Alarm alarm, int step, Instant now) {
        Text subject = alarm.subject().title();
        long minutes = Duration.between(alarm.course().countsSince().orElseGet(alarm::recordedAt), now)
                .toMinutes();
        return new Notice(
                MATTER,
                key(
                                alarm.rule().id(),
                                alarm.subject().subject().kind(),
                                alarm.subject().subject().id()) + "#" + step,
                alarm.rule().severity(),
                alarm.rule().title(),
                Text.of(
                        subject.zh() + "。已 " + minutes + " 分钟无人确认",
                        subject.en() + ". Nobody has acknowledged it for " + minutes + " min"),
                page(alarm.id().toString()),
                alarm.subject().areaPath(),
                labels(alarm));
    }

    private static String key(String rule, String kind, String id) {
        return MATTER + ":" + rule + ":" + kind + ":" + id;
    }

    private static Optional<String> page(String alarm) {
        return Optional.of("/alarms/" + alarm);
    }
}
