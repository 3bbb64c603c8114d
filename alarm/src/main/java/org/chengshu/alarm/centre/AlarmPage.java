package org.chengshu.alarm.centre;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmSort;
import org.chengshu.alarm.Subject;
import org.chengshu.kernel.Text;

/** An alarm with all its steps and the series behind it, from which its page draws the picture. */
record AlarmPage(
        @JsonUnwrapped AlarmItem alarm,
        Optional<Why> why,
        List<String> series,
        List<AlarmStep> steps,
        Optional<Text> because,
        int timesInTheWeekBefore) {
    private static final String DEVICE = "device";
    private static final Pattern PROPERTY = Pattern.compile("[^.:]+");

    /** The reason in the rule's own words. */
    record Why(Text title, String condition) {}

    static AlarmPage of(Alarm alarm, List<AlarmStep> steps, Optional<Text> because, int timesBefore) {
        Optional<Why> why = Optional.of(alarm.rule())
                .filter(rule -> !rule.condition().isBlank())
                .map(rule -> new Why(rule.title(), rule.condition()));
        return new AlarmPage(AlarmItem.of(alarm), why, series(alarm), steps, because, timesBefore);
    }

    /** {@code device:property} of every value that the rule used; an alarm of silence used none. */
    static List<String> series(Alarm alarm) {
        Subject subject = alarm.subject().subject();
        if (!subject.kind().equals(DEVICE) || alarm.rule().sort() == AlarmSort.SILENCE) {
            return List.of();
        }
        Set<String> properties = new TreeSet<>(alarm.values().keySet());
        properties.addAll(alarm.clearedValues().keySet());
        return properties.stream()
                .filter(property -> PROPERTY.matcher(property).matches())
                .map(property -> subject.id() + ":" + property)
                .toList();
    }
}
