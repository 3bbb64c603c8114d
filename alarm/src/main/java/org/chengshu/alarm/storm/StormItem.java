package org.chengshu.alarm.storm;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.Subject;
import org.chengshu.kernel.Text;

/**
 * A storm on the wire. {@code members} and {@code open} count what the viewer may see; {@code rootAlarm} stands for all,
 * {@code cause} is what they hang on, {@code why} says how it was found: parent, commonest or earliest.
 */
record StormItem(
        UUID id,
        String scope,
        String key,
        Text title,
        int severity,
        UUID rootAlarm,
        Subject cause,
        String why,
        String areaPath,
        Instant startedAt,
        Optional<Instant> endedAt,
        int members,
        int open) {}
