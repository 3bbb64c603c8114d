package org.chengshu.alarm.centre;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.AlarmError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Reach;
import org.chengshu.kernel.Fault;

/** Which alarms somebody asks for, in the words of the wire; the same in an address and in a body. */
public record AlarmQuery(
        Optional<String> state,
        Optional<Integer> severity,
        Optional<String> rule,
        Optional<String> subject,
        Optional<String> area,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Boolean> historical,
        Optional<Boolean> suppressed,
        Optional<Boolean> shelved,
        Optional<String> assignee,
        Optional<UUID> storm,
        Optional<String> suppressor,
        Optional<Boolean> folded) {
    private static final String ME = "me";

    public AlarmQuery {
        state = or(state);
        severity = or(severity);
        rule = or(rule);
        subject = or(subject);
        area = or(area);
        from = or(from);
        to = or(to);
        historical = or(historical);
        suppressed = or(suppressed);
        shelved = or(shelved);
        assignee = or(assignee);
        storm = or(storm);
        suppressor = or(suppressor);
        folded = or(folded);
    }

    private static <T> Optional<T> or(Optional<T> given) {
        return given == null ? Optional.empty() : given;
    }

    public AlarmFilter filter(Areas areas, Viewer viewer) {
        return new AlarmFilter(
                AlarmFilter.State.ofWord(state.orElse("open")),
                severity,
                rule,
                subject,
                area.map(code -> reach(areas, code)),
                from,
                to,
                historical.orElse(false),
                new AlarmFilter.Aside(
                        suppressed,
                        shelved,
                        assignee.map(who -> who.equals(ME) ? viewer.accountId() : id(who)),
                        storm,
                        suppressor,
                        folded.orElse(false)));
    }

    private static UUID id(String who) {
        try {
            return UUID.fromString(who);
        } catch (IllegalArgumentException e) {
            throw new Fault(AlarmError.ALARM_FILTER_WRONG, "assignee is me or the id of an account, not " + who, e);
        }
    }

    private static Reach reach(Areas areas, String code) {
        return areas.find(code)
                .map(area -> areas.reach(area.code()))
                .orElseThrow(() -> new Fault(AlarmError.ALARM_FILTER_WRONG, "there is no area " + code));
    }
}
