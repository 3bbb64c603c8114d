package org.chengshu.core.notices;

import java.time.Duration;

/** The next step of a notice rule: it is due {@code after} the matter came up, unless somebody has taken it on by then. */
public record Climb(String rule, int step, Duration after) {}
