package org.chengshu.flow;

/** What a plan answers when asked to move: either the stage that follows, or a refusal that says why. */
public sealed interface Step {
    /** The move is allowed and ends in {@code to}; {@code back} when that stage lies before the one left. */
    record Moved(Stage to, boolean back) implements Step {}

    /** The move is not allowed; nothing changes. */
    record Refused(Reason reason, Stage stage, Action action) implements Step {}

    /** Why a move is refused. */
    enum Reason {
        /** The plan has no such stage. */
        UNKNOWN_STAGE,
        /** The stage is an end, and the action is no way back out of it. */
        ENDED,
        /** The plan knows the action, but not from this stage. */
        NOT_FROM_HERE,
        /** No stage of the plan has such an action. */
        UNKNOWN_ACTION
    }
}
