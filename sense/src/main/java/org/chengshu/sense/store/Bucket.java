package org.chengshu.sense.store;

import java.time.Instant;

/** What the readings of a stretch of time come to; truth values count as 0 and 1. */
public record Bucket(Instant time, double min, double avg, double max, double last, long count) {}
