package org.chengshu.core.access.internal.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.TryLater;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing, per name and node: five attempts are free, then each failure doubles the wait from one second up to
 * a minute; a success or a quarter of an hour of peace forgets it. Names that nobody has are slowed alike, so that the
 * answer does not tell which exist.
 */
@Component
class LoginThrottle {
    private static final int FREE_ATTEMPTS = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int MOST_NAMES = 10_000;
    private static final int MOST_DOUBLINGS = 6;

    private final Clock clock;
    private final Map<String, Attempts> byName = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > MOST_NAMES;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Counts an attempt as failed until {@link #succeeded}, so that many at once gain nothing. */
    synchronized void begin(String name) {
        Instant now = clock.instant();
        Attempts before = recent(key(name), now);
        Duration left = Duration.between(now, before.last().plus(before.pause()));
        if (left.isPositive()) {
            throw new TryLater(CoreError.TOO_MANY_ATTEMPTS, "too many failed attempts under this name", left);
        }
        byName.put(key(name), new Attempts(before.count() + 1, now));
    }

    synchronized void succeeded(String name) {
        byName.remove(key(name));
    }

    private Attempts recent(String key, Instant now) {
        Attempts known = byName.get(key);
        return known == null || known.last().plus(FORGOTTEN_AFTER).isBefore(now) ? new Attempts(0, now) : known;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private record Attempts(int count, Instant last) {
        Duration pause() {
            if (count < FREE_ATTEMPTS) {
                return Duration.ZERO;
            }
            Duration doubled = Duration.ofSeconds(1L << Math.min(count - FREE_ATTEMPTS, MOST_DOUBLINGS));
            return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
        }
    }
}
