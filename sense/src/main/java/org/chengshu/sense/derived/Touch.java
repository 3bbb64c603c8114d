package org.chengshu.sense.derived;

/**
 * Readings of a property of a device that have come, or have gone, in a stretch of time (epoch microseconds, both ends in),
 * and on which derived values may rest that are not worked out from them.
 */
record Touch(long id, int device, String property, long low, long high) {}
