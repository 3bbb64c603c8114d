package org.chengshu.core.jobs;

import java.time.Duration;
import java.util.Objects;
import org.chengshu.kernel.Text;

/**
 * Work that is done again and again: declare a bean of it. The next run starts {@code every} after the end of the former
 * (to within half a second), the very first one at the start of the node; whatever the number of nodes, one of them runs
 * it at a time. A run that throws is logged and comes again after {@code every}; the run of a node that dies is taken up
 * within a minute. The work is not wrapped in a transaction. People may pause it.
 *
 * @param name stable and unique, such as {@code "core.purge-events"}
 * @param every at least half a second
 */
public record RecurringJob(String name, Text title, Duration every, Runnable work) {
    private static final Duration SHORTEST = Duration.ofMillis(500);

    public RecurringJob {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(work, "work");
        if (every.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("job " + name + " must wait at least " + SHORTEST + " between runs");
        }
    }

    /** One that people know by its name. */
    public RecurringJob(String name, Duration every, Runnable work) {
        this(name, Text.of(name, name), every, work);
    }
}
