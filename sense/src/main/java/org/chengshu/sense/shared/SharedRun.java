package org.chengshu.sense.shared;

import java.time.Instant;
import java.util.Optional;

/** Since when the condition of a rule has held over a crowd, and when its alarm was raised. */
record SharedRun(Instant since, Optional<Instant> raisedAt) {
    /** What a run belongs to; the subject is {@code kind:id}. */
    record Key(String rule, String subject) {}
}
