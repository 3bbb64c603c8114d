package org.chengshu.sense.topics;

/** Whose topics and shapes are spoken; a device may speak several. */
public enum Dialect {
    PLAIN,
    THINGSBOARD,
    JETLINKS
}
