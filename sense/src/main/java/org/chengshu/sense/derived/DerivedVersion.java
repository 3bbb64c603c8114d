package org.chengshu.sense.derived;

import java.time.Instant;
import java.util.Optional;

/** One wording of a derived series, since when it holds, and when all that is stored followed it, if it has. */
record DerivedVersion(int version, DerivedView wording, Instant madeAt, Optional<Instant> completeAt) {}
