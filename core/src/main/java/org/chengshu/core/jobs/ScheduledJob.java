package org.chengshu.core.jobs;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A job that is queued at times of the city's clocks: declare a bean of it. Whatever the number of nodes, one job comes of
 * each time; a time at which no node ran is made up for once, when one is back. While a job of an earlier time is still
 * open, the next is queued behind it.
 *
 * @param name stable and unique over all schedules, such as {@code "core.purge-jobs"}
 */
public record ScheduledJob<I>(String name, Timing timing, JobKind<I> kind, Supplier<I> input) {
    public ScheduledJob {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(timing, "timing");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(input, "input");
    }
}
