package org.chengshu.data.standard.function;

import java.math.BigDecimal;

/** A number found in a text, and where it ends. */
record Scanned(BigDecimal value, int end, boolean chinese) {}
