package org.chengshu.alarm.maintenance;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.Subject;
import org.chengshu.alarm.SubjectView;

/**
 * A time in which alarms of something do not count. All that it names must fit: the area, the rule, the subject, the tag
 * of the subject. Immutable; pure.
 */
public record MaintenanceWindow(UUID id, Extent extent, Period period, String reason, Making making) {
    /** What it is about; {@code areaPath} is also where it must be held to be seen. */
    record Extent(
            String areaPath,
            Optional<String> area,
            Optional<String> rule,
            Optional<Subject> subject,
            Optional<String> tag) {
        boolean covers(String ruleId, SubjectView view) {
            return view.areaPath().startsWith(areaPath)
                    && rule.map(ruleId::equals).orElse(true)
                    && subject.map(view.subject()::equals).orElse(true)
                    && tag.map(view.tags()::contains).orElse(true);
        }
    }

    /** When it is: from the start to the end, and within that on some hours of each week. */
    record Period(Instant startsAt, Optional<Instant> endsAt, Optional<Weekly> weekly) {
        boolean holds(Instant moment, ZoneId zone) {
            return !moment.isBefore(startsAt)
                    && endsAt.map(moment::isBefore).orElse(true)
                    && weekly.map(week -> week.holds(moment, zone)).orElse(true);
        }
    }

    /** Who made it and who ended it early. */
    record Making(
            String createdBy, Instant createdAt, Optional<Instant> endedAt, Optional<String> endedBy, long version) {}

    /** Whether alarms of this rule on this subject do not count at the moment. */
    public boolean covers(String ruleId, SubjectView view, Instant moment, ZoneId zone) {
        return holds(moment, zone) && extent.covers(ruleId, view);
    }

    boolean holds(Instant moment, ZoneId zone) {
        return making.endedAt().map(moment::isBefore).orElse(true) && period.holds(moment, zone);
    }

    State state(Instant moment, ZoneId zone) {
        if (making.endedAt().isPresent()
                || period.endsAt().filter(end -> !end.isAfter(moment)).isPresent()) {
            return State.OVER;
        }
        return holds(moment, zone) ? State.ACTIVE : State.AHEAD;
    }

    /** Before or between its hours it is ahead. */
    enum State {
        AHEAD,
        ACTIVE,
        OVER;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
