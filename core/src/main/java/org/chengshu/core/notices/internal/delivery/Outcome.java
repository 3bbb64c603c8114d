package org.chengshu.core.notices.internal.delivery;

/** What became of one attempt to deliver. Reasons are for people and hold no secret. */
public sealed interface Outcome {
    record Sent() implements Outcome {}

    /** Not now: whoever should take it is away or busy. */
    record Later(String reason) implements Outcome {}

    /** Never like this: the address is refused. */
    record Never(String reason) implements Outcome {}
}
