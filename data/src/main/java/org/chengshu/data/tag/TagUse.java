package org.chengshu.data.tag;

import java.time.Instant;

/** How often a tag was asked for in thirty days, rows that it answered with, and when last. */
record TagUse(long reads, long rows, Instant lastAt) {}
