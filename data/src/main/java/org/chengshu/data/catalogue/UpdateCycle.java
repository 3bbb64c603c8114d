package org.chengshu.data.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * How often a resource promises to be renewed. Data is late when it is older than the cycle and a grace of a fifth of it, at
 * least ten minutes; what has no cycle is never late.
 */
public enum UpdateCycle {
    REALTIME("实时", "Real time", Duration.ofMinutes(15)),
    HOURLY("每小时", "Hourly", Duration.ofHours(1)),
    DAILY("每日", "Daily", Duration.ofDays(1)),
    WEEKLY("每周", "Weekly", Duration.ofDays(7)),
    MONTHLY("每月", "Monthly", Duration.ofDays(31)),
    QUARTERLY("每季度", "Quarterly", Duration.ofDays(92)),
    HALF_YEARLY("每半年", "Half-yearly", Duration.ofDays(184)),
    YEARLY("每年", "Yearly", Duration.ofDays(366)),
    IRREGULAR("不定期", "Irregular", Duration.ZERO);

    private static final int GRACE_PART = 5;
    private static final Duration LEAST_GRACE = Duration.ofMinutes(10);

    private final Text title;
    private final Duration length;

    UpdateCycle(String zh, String en, Duration length) {
        this.title = Text.of(zh, en);
        this.length = length;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Text title() {
        return title;
    }

    /** From when on data whose newest is of this time is late. */
    public Optional<Instant> lateFrom(Instant newest) {
        if (length.isZero()) {
            return Optional.empty();
        }
        Duration part = length.dividedBy(GRACE_PART);
        return Optional.of(newest.plus(length).plus(part.compareTo(LEAST_GRACE) > 0 ? part : LEAST_GRACE));
    }
}
