package org.chengshu.indicator.store;

import java.time.Instant;
import java.util.OptionalDouble;
import org.chengshu.indicator.compute.Key;

/** A value that is not what it was. */
public record Change(Instant start, Key key, OptionalDouble value) {}
