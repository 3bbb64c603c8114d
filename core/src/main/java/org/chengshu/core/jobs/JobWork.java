package org.chengshu.core.jobs;

import tools.jackson.databind.JsonNode;

/**
 * What a long job does. It runs on a virtual thread of its own outside any transaction and opens its own; what it
 * returns is kept as the job's result. Throwing makes the job failed with the exception's message.
 */
@FunctionalInterface
public interface JobWork {
    JsonNode run(JobProgress progress);
}
