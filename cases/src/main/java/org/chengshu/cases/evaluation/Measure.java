package org.chengshu.cases.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * What is counted of handling. A share is what happened of what could have, 0 to 1; hours are the mean of the time used by
 * the stage's clock, in the kind's own way of counting; satisfaction is the mean of 1 to 5.
 */
enum Measure {
    ACCEPTED_ON_TIME("按时受理率", "Accepted on time"),
    DISPATCHED_ON_TIME("按时派遣率", "Dispatched on time"),
    HANDLED_ON_TIME("按时处置率", "Handled on time"),
    VERIFIED_ON_TIME("按时核查率", "Verified on time"),
    CLOSED_ON_TIME("按时结案率", "Closed on time"),
    REWORK("返工率", "Rework"),
    RETURNS("退单率", "Returns"),
    SUPERVISED("督办率", "Supervised"),
    FALSE_CLOSURES("虚假结案率", "False closures"),
    SATISFACTION("满意度", "Satisfaction"),
    ACCEPT_HOURS("平均受理用时", "Mean time to accept"),
    DISPATCH_HOURS("平均派遣用时", "Mean time to dispatch"),
    HANDLE_HOURS("平均处置用时", "Mean time to handle"),
    VERIFY_HOURS("平均核查用时", "Mean time to verify"),
    CLOSE_HOURS("平均结案用时", "Mean time to close");

    private static final double SECONDS_OF_AN_HOUR = 3_600;

    private final Text title;

    Measure(String zh, String en) {
        this.title = Text.of(zh, en);
    }

    Text title() {
        return title;
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Measure> ofWord(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    private boolean isHours() {
        return name().endsWith("_HOURS");
    }

    /**
     * The figure of a count. More may be sent back in a range than was handled in it: a share is then of what was sent back,
     * so that it never is above 1.
     */
    double value(long n, long sum) {
        if (isHours()) {
            return sum / SECONDS_OF_AN_HOUR / n;
        }
        return this == SATISFACTION ? (double) sum / n : (double) sum / Math.max(n, sum);
    }
}
