package org.chengshu.sense.doors;

/** What a sender is told of a message once it is dealt with. */
public enum Verdict {
    TAKEN,
    /** Nothing of it could be read. */
    UNREADABLE,
    /** It went where this sender may not speak. */
    NOT_ALLOWED,
    /** It is more than may ever come at once. */
    TOO_MUCH
}
