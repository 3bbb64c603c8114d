package org.chengshu.sense.store;

/**
 * What the numbers of one series within some time come to; truth values count as 0 and 1. Times are epoch microseconds:
 * where the time begins, and when the last of the numbers was.
 */
public record Rollup(long begin, long count, double sum, double min, double max, double last, long lastTime) {}
