package org.chengshu.alarm.maintenance;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.alarm.AlarmError;
import org.chengshu.alarm.Subject;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.kernel.Text;

/** A window as somebody asks for it. What is wrong with it is told all at once. Pure. */
record MaintenanceDraft(
        Optional<String> area,
        Optional<String> rule,
        Optional<String> subjectKind,
        Optional<String> subject,
        Optional<String> tag,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Hours> weekly,
        Optional<String> reason) {
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_WORD = 200;

    /** Days 1 (Monday) to 7, hours as {@code 22:00}. */
    record Hours(Set<Integer> days, String from, String to) {}

    MaintenanceDraft {
        area = given(area);
        rule = given(rule);
        subjectKind = given(subjectKind);
        subject = given(subject);
        tag = given(tag);
        from = from == null ? Optional.empty() : from;
        to = to == null ? Optional.empty() : to;
        weekly = weekly == null ? Optional.empty() : weekly;
        reason = given(reason);
    }

    private static Optional<String> given(Optional<String> text) {
        return text == null ? Optional.empty() : text.map(String::strip).filter(word -> !word.isEmpty());
    }

    Optional<Subject> about() {
        return subject.map(id -> new Subject(subjectKind.orElse("device"), id));
    }

    Optional<Weekly> hours() {
        return weekly.map(hours -> new Weekly(
                hours.days().stream().map(DayOfWeek::of).collect(Collectors.toSet()),
                LocalTime.parse(hours.from()),
                LocalTime.parse(hours.to())));
    }

    /** Faults with {@link AlarmError#ALARM_INPUT_WRONG} and all that is wrong. */
    void check(Duration longest, boolean areaThere) {
        List<PlacedFault> faults = new ArrayList<>();
        if (area.isEmpty() && rule.isEmpty() && subject.isEmpty() && tag.isEmpty()) {
            add(faults, "area", "须指定区域、规则、对象或标签之一", "name an area, a rule, a subject or a tag");
        }
        if (!areaThere) {
            add(faults, "area", "没有这个区域：" + area.orElse(""), "there is no area " + area.orElse(""));
        }
        if (reason.isEmpty() || reason.get().length() > LONGEST_REASON) {
            add(faults, "reason", "须写明原因，最多 500 字", "say why, in at most 500 characters");
        }
        for (Optional<String> word : List.of(rule, subject, tag)) {
            word.filter(text -> text.length() > LONGEST_WORD)
                    .ifPresent(text -> add(faults, "subject", "最多 200 字", "at most 200 characters"));
        }
        times(faults, longest);
        if (!faults.isEmpty()) {
            throw new FaultyInput(
                    AlarmError.ALARM_INPUT_WRONG,
                    faults.getFirst().place() + ": "
                            + faults.getFirst().detail().en(),
                    faults);
        }
    }

    private void times(List<PlacedFault> faults, Duration longest) {
        if (from.isEmpty()) {
            add(faults, "from", "须写明开始时间", "say when it begins");
        }
        if (to.isEmpty() && weekly.isEmpty()) {
            add(faults, "to", "须写明结束时间", "say when it ends");
        }
        if (from.isPresent() && to.isPresent()) {
            Duration span = Duration.between(from.get(), to.get());
            if (!span.isPositive()) {
                add(faults, "to", "结束须晚于开始", "it must end after it begins");
            } else if (weekly.isEmpty() && span.compareTo(longest) > 0) {
                long days = longest.toDays();
                add(faults, "to", "最长 " + days + " 天", "at most " + days + " days");
            }
        }
        weekly.ifPresent(hours -> hours(faults));
    }

    private void hours(List<PlacedFault> faults) {
        try {
            hours();
        } catch (DateTimeException | IllegalArgumentException | NullPointerException e) {
            add(
                    faults,
                    "weekly",
                    "days 为 1（周一）到 7，from 和 to 如 22:00",
                    "days are 1 (Monday) to 7, from and to such as 22:00");
        }
    }

    private static void add(List<PlacedFault> faults, String place, String zh, String en) {
        faults.add(new PlacedFault(place, Text.of(zh, en)));
    }
}
