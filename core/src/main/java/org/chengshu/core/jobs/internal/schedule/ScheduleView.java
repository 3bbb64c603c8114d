package org.chengshu.core.jobs.internal.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.chengshu.kernel.Text;

/** A schedule as people see it; without a kind it runs in place and leaves no jobs. */
public record ScheduleView(
        String name,
        Text title,
        Text timing,
        ZoneId zone,
        Optional<String> kind,
        Optional<Instant> nextAt,
        boolean running,
        Optional<String> node,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastFailure,
        int failures,
        Optional<String> lastError,
        boolean paused,
        Optional<String> pausedBy,
        Optional<Instant> pausedAt) {}
