package org.chengshu.indicator.compute;

import java.time.Instant;

/** One value: the start of its period, what it is about, what came out. */
public record Computed(Instant start, Key key, Outcome outcome) {}
