package org.chengshu.alarm.maintenance;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.Subject;

/** A maintenance window on the wire; {@code suppressed} counts the open alarms that it keeps from counting now. */
record MaintenanceItem(
        UUID id,
        String state,
        Optional<String> area,
        String areaPath,
        Optional<String> rule,
        Optional<Subject> subject,
        Optional<String> tag,
        Instant from,
        Optional<Instant> to,
        Optional<Hours> weekly,
        String reason,
        String createdBy,
        Instant createdAt,
        Optional<Instant> endedAt,
        Optional<String> endedBy,
        int suppressed,
        long version) {
    record Hours(List<Integer> days, String from, String to) {
        static Hours of(Weekly week) {
            return new Hours(
                    week.days().stream().map(DayOfWeek::getValue).toList(),
                    week.from().toString(),
                    week.to().toString());
        }
    }

    static MaintenanceItem of(MaintenanceWindow window, MaintenanceWindow.State state, int suppressed) {
        return new MaintenanceItem(
                window.id(),
                state.word(),
                window.extent().area(),
                window.extent().areaPath(),
                window.extent().rule(),
                window.extent().subject(),
                window.extent().tag(),
                window.period().startsAt(),
                window.period().endsAt(),
                window.period().weekly().map(Hours::of),
                window.reason(),
                window.making().createdBy(),
                window.making().createdAt(),
                window.making().endedAt(),
                window.making().endedBy(),
                suppressed,
                window.making().version());
    }
}
