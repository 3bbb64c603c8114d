package org.chengshu.flow;

import java.util.Objects;

/** In stage {@code from}, {@code action} leads to stage {@code to}; forward or back is told by the order of the plan. */
public record Transition(Stage from, Action action, Stage to) {
    public Transition {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(to, "to");
    }
}
