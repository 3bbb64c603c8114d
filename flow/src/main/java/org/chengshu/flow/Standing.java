package org.chengshu.flow;

/** How a thing stands towards its deadline. */
public enum Standing {
    ON_TIME,
    /** At least four fifths of the allowed time have passed. */
    DUE_SOON,
    OVERDUE
}
