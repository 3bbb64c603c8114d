package org.chengshu.core.jobs.internal.run;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.jobs.JobState;

/** Which jobs a list shows; no states means all of them. */
public record JobFilter(List<JobState> states, Optional<String> kind, Optional<UUID> startedBy) {
    public JobFilter {
        states = List.copyOf(states);
    }
}
