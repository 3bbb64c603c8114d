package org.chengshu.wire;

import java.util.Objects;

/**
 * One measured or reported value as it stands on the wire: a finite number (IEEE double, so integers are exact up to
 * 2^53), a truth value or a text. Immutable.
 */
public sealed interface Value {
    /** A finite number in the unit that the thing model gives. */
    record Num(double number) implements Value {
        public Num {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a reading is a finite number, not " + number);
            }
        }
    }

    /** True or false. */
    record Bool(boolean flag) implements Value {
        static final Bool TRUE = new Bool(true);
        static final Bool FALSE = new Bool(false);
    }

    /** A text. */
    record Str(String text) implements Value {
        public Str {
            Objects.requireNonNull(text, "text");
        }
    }

    static Value of(double number) {
        return new Num(number);
    }

    static Value of(boolean flag) {
        return flag ? Bool.TRUE : Bool.FALSE;
    }

    static Value of(String text) {
        return new Str(text);
    }
}
