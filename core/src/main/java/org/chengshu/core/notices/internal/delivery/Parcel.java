package org.chengshu.core.notices.internal.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.notices.Channel;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;

/** One delivery that is in somebody's hands, with what it has to tell; {@code address} is sealed. */
public record Parcel(
        UUID id,
        Channel channel,
        Optional<UUID> account,
        Optional<String> webhook,
        Optional<String> address,
        int attempts,
        UUID notice,
        String matter,
        String key,
        Severity severity,
        Text title,
        Text text,
        Optional<String> page,
        String areaPath,
        Optional<String> rule,
        int step,
        int times,
        Instant at) {}
