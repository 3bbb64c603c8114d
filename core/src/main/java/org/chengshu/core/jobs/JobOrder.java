package org.chengshu.core.jobs;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Text;

/**
 * One job to be queued. Immutable.
 *
 * @param here only the node that queues it may run it, again after a restart: for work on files of that node
 * @param onceKey of two orders with one key only the first makes a job
 * @param schedule the schedule that gave the order
 */
public record JobOrder<I>(
        JobKind<I> kind,
        Text title,
        I input,
        UUID startedBy,
        boolean here,
        Optional<String> onceKey,
        Optional<String> schedule) {
    public JobOrder {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(startedBy, "startedBy");
        Objects.requireNonNull(onceKey, "onceKey");
        Objects.requireNonNull(schedule, "schedule");
    }

    public static <I> JobOrder<I> of(JobKind<I> kind, Text title, I input, Viewer who) {
        return new JobOrder<>(kind, title, input, who.accountId(), false, Optional.empty(), Optional.empty());
    }

    public JobOrder<I> onThisNode() {
        return new JobOrder<>(kind, title, input, startedBy, true, onceKey, schedule);
    }

    public JobOrder<I> once(String key) {
        return new JobOrder<>(kind, title, input, startedBy, here, Optional.of(key), schedule);
    }

    public JobOrder<I> by(String name) {
        return new JobOrder<>(kind, title, input, startedBy, here, onceKey, Optional.of(name));
    }
}
