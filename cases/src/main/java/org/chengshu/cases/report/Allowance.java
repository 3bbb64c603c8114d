package org.chengshu.cases.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many deeds a minute for each origin, counted on this node; the origins that were quiet longest are forgotten first. */
public final class Allowance {
    private static final int MOST_ORIGINS = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int perMinute;
    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_ORIGINS;
        }
    };

    public Allowance(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** How long the origin has to wait; zero when the deed is allowed, which counts it. */
    public synchronized Duration waitOf(String origin) {
        Instant now = clock.instant();
        Count count = counts.get(origin);
        if (count == null || !now.isBefore(count.since().plus(WINDOW))) {
            counts.put(origin, new Count(now, 1));
            return Duration.ZERO;
        }
        if (count.deeds() >= perMinute) {
            return Duration.between(now, count.since().plus(WINDOW));
        }
        counts.put(origin, new Count(count.since(), count.deeds() + 1));
        return Duration.ZERO;
    }

    private record Count(Instant since, int deeds) {}
}
