package org.chengshu.core.tracing;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * The trace id of the work that a thread does: 32 hex digits that stand on every line of the log, in answers and in problem
 * documents, and go along with the jobs and events that the work gives rise to. It is taken over from a caller who sends a
 * W3C {@code traceparent}, else made. No secret, and no more than a name: it grants nothing.
 */
public final class Tracing {
    /** The name under which the log carries it. */
    public static final String KEY = "traceId";

    /** The header of answers that carries it. */
    public static final String HEADER = "X-Trace-Id";

    private static final Pattern PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String NONE = "0".repeat(32);

    private Tracing() {}

    /** The id of what the calling thread does. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(KEY));
    }

    public static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        // An id of zeros only means none.
        return hex(random.nextLong() | 1) + hex(random.nextLong());
    }

    /** The id in a {@code traceparent} header, if it is well formed and not of the version that the standard excludes. */
    public static Optional<String> ofParent(String traceparent) {
        if (traceparent == null || traceparent.startsWith("ff")) {
            return Optional.empty();
        }
        Matcher parts = PARENT.matcher(traceparent);
        return parts.matches() && !parts.group(1).equals(NONE) ? Optional.of(parts.group(1)) : Optional.empty();
    }

    /** Does the work under an id and gives the thread its former one back. */
    public static void under(String id, Runnable work) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a trace id is 32 hex digits, not " + id);
        }
        String before = MDC.get(KEY);
        MDC.put(KEY, id);
        try {
            work.run();
        } finally {
            if (before == null) {
                MDC.remove(KEY);
            } else {
                MDC.put(KEY, before);
            }
        }
    }

    /** The same work, to be done later on another thread under the id that the calling thread has now. */
    public static Runnable carried(Runnable work) {
        Optional<String> id = current();
        return id.isEmpty() ? work : () -> under(id.get(), work);
    }

    private static String hex(long bits) {
        return String.format("%016x", bits);
    }
}
