package org.chengshu.core.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a subject still gives signs of life.
 *
 * @param lastSeen arrival time of the last one
 * @param maxSilence the longest pause after which it still counts as alive; empty when nothing is promised
 */
public record Witness(Optional<Instant> lastSeen, Optional<Duration> maxSilence) {}
