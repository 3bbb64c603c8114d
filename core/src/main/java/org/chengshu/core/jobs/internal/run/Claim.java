package org.chengshu.core.jobs.internal.run;

import java.util.Optional;
import java.util.UUID;

/** A job that this node holds, by its attempt: whoever writes under an older one has lost it. */
record Claim(
        UUID id,
        String kind,
        int attempt,
        int attempts,
        UUID startedBy,
        Optional<String> input,
        Optional<String> checkpoint,
        Optional<String> trace) {}
