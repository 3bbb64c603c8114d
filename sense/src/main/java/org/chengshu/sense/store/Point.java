package org.chengshu.sense.store;

import java.time.Instant;
import org.chengshu.wire.Value;

/** A reading of a series that the reader knows. */
public record Point(Instant time, Value value) {}
