package org.chengshu.core.notices.internal.tell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.Notice;
import org.chengshu.core.notices.Recipient;

/**
 * Somebody has told something; whoever it is for hears it after the commit. Those of one key are handled in order.
 *
 * @param occurrence the same for all rules that speak of it
 */
@EventType("core.notice-told")
record NoticeTold(
        Notice notice, List<Recipient> to, Set<Channel> channels, Optional<String> rule, int step, UUID occurrence)
        implements Event {
    @Override
    public String key() {
        return notice.key();
    }
}
