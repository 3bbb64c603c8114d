package org.chengshu.cases.clock;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One line of a case's history as far as clocks care: the stages by their names, the terms of the clocks that it starts. */
public record ClockLine(
        long seq,
        Instant at,
        String action,
        String from,
        String to,
        Optional<String> who,
        Optional<String> note,
        Map<String, ClockTerms> terms,
        Map<String, Object> values) {
    public static final String ASK_SUSPEND = "ask-suspend";
    public static final String ASK_EXTEND = "ask-extend";
    public static final String GRANT = "grant";
    public static final String REFUSE = "refuse";
    public static final String RESUME = "resume";
    public static final String KIND_CHANGED = "kind-changed";

    /** The line of the request that a decision is about. */
    public static final String REQUEST = "request";
    /** How much more time is asked for, as an ISO 8601 duration. */
    public static final String MORE = "more";
    /** The time granted in seconds, for the stage's clock and for the whole one. */
    public static final String STAGE_SECONDS = "stageSeconds";

    public static final String WHOLE_SECONDS = "wholeSeconds";

    public ClockLine {
        terms = Map.copyOf(terms);
        values = Map.copyOf(values);
    }

    boolean moves() {
        return !from.equals(to);
    }

    long number(String name) {
        return values.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
