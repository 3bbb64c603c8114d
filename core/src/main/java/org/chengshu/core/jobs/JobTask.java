package org.chengshu.core.jobs;

import tools.jackson.databind.JsonNode;

/**
 * What a job of a declared kind does. It runs on a virtual thread of its own outside any transaction and opens its own;
 * what it returns is kept as the job's result. It looks at {@link JobRun#cancelled} between units and returns soon once
 * that is true. Throwing a {@code Fault} below 500 ends the job as failed, as repeating would not help; anything else
 * makes it wait for its next attempt.
 */
@FunctionalInterface
public interface JobTask<I> {
    JsonNode run(I input, JobRun run);
}
