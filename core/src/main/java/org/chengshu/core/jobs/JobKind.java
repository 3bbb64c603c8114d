package org.chengshu.core.jobs;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.chengshu.kernel.Text;

/**
 * A kind of long work that any node may do: declare a bean of it. Its jobs are queued in the database and claimed by
 * whichever node has room; when a node dies another takes up its jobs from their checkpoints, and a node that is stopped
 * in good order gives them back. Immutable.
 *
 * @param name stable and unique, such as {@code "core.rebuild"}: queued jobs are stored under it
 * @param input what a job is given, a record that survives a round through JSON, also in the next release
 * @param timeout how long one attempt may take; then it is told to end and counts as failed
 * @param atOnce how many jobs of the kind run at a time, over all nodes
 */
public record JobKind<I>(
        String name, Text title, Class<I> input, JobTask<I> task, Retry retry, Duration timeout, int atOnce) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*\\.[a-z][a-z0-9-]*");
    private static final Duration USUAL_TIMEOUT = Duration.ofHours(6);
    private static final int USUAL_AT_ONCE = 2;

    public JobKind {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(retry, "retry");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a kind of jobs is named module.kind, not " + name);
        }
        if (timeout.isNegative() || timeout.isZero() || atOnce < 1) {
            throw new IllegalArgumentException("jobs of kind " + name + " need time and room");
        }
    }

    /** A kind that is tried five times, up to six hours each, two jobs at a time. */
    public static <I> JobKind<I> of(String name, Text title, Class<I> input, JobTask<I> task) {
        return new JobKind<>(name, title, input, task, Retry.usual(), USUAL_TIMEOUT, USUAL_AT_ONCE);
    }

    public JobKind<I> with(Retry other) {
        return new JobKind<>(name, title, input, task, other, timeout, atOnce);
    }

    public JobKind<I> within(Duration other) {
        return new JobKind<>(name, title, input, task, retry, other, atOnce);
    }

    public JobKind<I> atOnce(int most) {
        return new JobKind<>(name, title, input, task, retry, timeout, most);
    }
}
