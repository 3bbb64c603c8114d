package org.chengshu.data.standard;

/**
 * A standard function with its options set. Pure: the same text always gives the same answer until the code table behind
 * it changes; it never throws. Takes about a microsecond a cell, so it is looked up once and then kept. Safe for many
 * threads.
 */
public interface Standardiser {
    /** The call that it was found by. */
    String call();

    Standardised apply(String text);
}
