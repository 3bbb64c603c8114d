package org.chengshu.core.notices.internal.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.Notice;
import org.chengshu.core.notices.QuietHours;
import org.chengshu.core.notices.Recipient;
import org.chengshu.kernel.Text;

/** Who is told of which matters, how, and who is told next. */
public record NoticeRule(
        String id,
        Text title,
        String matter,
        int severity,
        Optional<String> area,
        Map<String, Set<String>> where,
        Set<Channel> channels,
        Set<Channel> mandatory,
        Optional<Quiet> quiet,
        List<Step> steps) {
    public NoticeRule {
        where = Map.copyOf(where);
        channels = Set.copyOf(channels);
        mandatory = Set.copyOf(mandatory);
        steps = List.copyOf(steps);
    }

    /** @param through severities from this on are not held up; 5 holds up all */
    public record Quiet(QuietHours hours, int through) {}

    /** @param after since the matter came up */
    public record Step(Duration after, List<Recipient> to) {
        public Step {
            to = List.copyOf(to);
        }
    }

    /** Whether it speaks of this notice; the area's path is that of the rule's area, or of the whole city. */
    boolean meets(Notice notice, String areaPath) {
        return notice.matter().equals(matter)
                && notice.severity().level() >= severity
                && notice.areaPath().startsWith(areaPath)
                && where.entrySet().stream().allMatch(label -> label.getValue()
                        .contains(notice.labels().getOrDefault(label.getKey(), "")));
    }
}
