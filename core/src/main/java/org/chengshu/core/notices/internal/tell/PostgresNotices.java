package org.chengshu.core.notices.internal.tell;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chengshu.core.events.Outbox;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.Climb;
import org.chengshu.core.notices.Notice;
import org.chengshu.core.notices.Notices;
import org.chengshu.core.notices.Recipient;
import org.chengshu.core.notices.internal.rules.NoticeRule;
import org.chengshu.core.notices.internal.rules.NoticeRuleStore;
import org.chengshu.kernel.Ids;
import org.springframework.stereotype.Component;

@Component
final class PostgresNotices implements Notices {
    private final Outbox outbox;
    private final NoticeRuleStore rules;
    private final Clock clock;

    PostgresNotices(Outbox outbox, NoticeRuleStore rules, Clock clock) {
        this.outbox = outbox;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public void tell(Notice notice, List<Recipient> to, Set<Channel> channels) {
        outbox.emit(new NoticeTold(notice, to, channels, Optional.empty(), 0, Ids.at(clock.instant())));
    }

    @Override
    public List<Climb> route(Notice notice) {
        UUID occurrence = Ids.at(clock.instant());
        return rules.meeting(notice).stream()
                .flatMap(rule -> tell(notice, rule, 0, occurrence))
                .toList();
    }

    @Override
    public Optional<Climb> climb(Notice notice, String rule, int step) {
        return rules.find(rule).filter(found -> step < found.steps().size()).flatMap(found -> tell(
                        notice, found, step, Ids.at(clock.instant()))
                .findFirst());
    }

    private Stream<Climb> tell(Notice notice, NoticeRule rule, int step, UUID occurrence) {
        outbox.emit(new NoticeTold(
                notice, rule.steps().get(step).to(), rule.channels(), Optional.of(rule.id()), step, occurrence));
        int next = step + 1;
        return next < rule.steps().size()
                ? Stream.of(new Climb(rule.id(), next, rule.steps().get(next).after()))
                : Stream.empty();
    }
}
