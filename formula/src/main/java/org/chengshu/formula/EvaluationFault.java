package org.chengshu.formula;

import java.util.Objects;

/** A formula that has no result for the values given; why is told by the reason and, in words, by the message. */
public final class EvaluationFault extends RuntimeException {
    private final Reason reason;

    /** Why there is no result. */
    public enum Reason {
        /** A variable that the formula uses has no value. */
        MISSING,
        /** A value does not have the type of its variable, or is no finite number. */
        WRONG_TYPE,
        /** Division by zero, a result beyond a double, or a text that cannot be converted. */
        ARITHMETIC,
        /** A number outside of a table that refuses such. */
        OUTSIDE_TABLE
    }

    EvaluationFault(Reason reason, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    EvaluationFault(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    public Reason reason() {
        return reason;
    }
}
