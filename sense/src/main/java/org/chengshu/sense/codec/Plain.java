package org.chengshu.sense.codec;

import org.chengshu.wire.Value;

/** Values as formulas and JSON take them: Double, Boolean or String. */
public final class Plain {
    private Plain() {}

    public static Object of(Value value) {
        return switch (value) {
            case Value.Num(double number) -> number;
            case Value.Bool(boolean flag) -> flag;
            case Value.Str(String text) -> text;
        };
    }
}
