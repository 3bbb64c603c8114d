package org.chengshu.alarm.dependency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.alarm.Subject;

/**
 * A subject cannot work without another. The other's silence counts as its failure, and so do alarms of {@code rules} on
 * it. {@code pack} is the pack it belongs to; without one people look after it.
 */
record Dependency(
        String id,
        Optional<String> pack,
        Subject subject,
        Subject parent,
        List<String> rules,
        String createdBy,
        Instant createdAt) {}
