package org.chengshu.core.notices.internal.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;

/** One entry of somebody's inbox, with the latest words of what was folded into it. */
public record InboxItem(
        UUID id,
        String matter,
        Severity severity,
        Text title,
        Text text,
        Optional<String> page,
        Instant at,
        int times,
        Optional<Instant> readAt,
        int step,
        Optional<String> rule) {}
