package org.chengshu.formula;

import java.util.Objects;
import org.chengshu.kernel.Text;

/** One thing that is wrong with a formula, and where: line and column count from 1. */
public record Problem(int line, int column, Text message) {
    public Problem {
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return line + ":" + column + " " + message.en();
    }
}
