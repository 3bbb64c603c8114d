package org.chengshu.data.library.match;

/** What the rules say of two rows: one thing, ask people, different things. */
public enum Verdict {
    SURE,
    MAYBE,
    NO
}
