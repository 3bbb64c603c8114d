package org.chengshu.indicator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.jobs.JobView;

/**
 * The city's indicators, as packs declare them, and their values. Values of running periods and of the period before are
 * computed anew within seconds; older ones when a definition changes or when asked for. Everything is answered within the
 * viewer's part of the city; indicators of sensitivity 3 and more need {@link #READ_SENSITIVE}. Refusals are
 * {@link IndicatorError}s. Safe for use by many threads.
 */
public interface Indicators {
    String READ = "indicator:read";
    String COMPUTE = "indicator:compute";
    String READ_SENSITIVE = "data:read-sensitive";

    /** By id, each with its newest value. */
    List<IndicatorView> list(Viewer viewer);

    IndicatorView get(String id, Viewer viewer);

    /** Newest first; values of one time by key, descending. */
    CursorPage<IndicatorValue> values(ValueFilter filter, Cursor cursor, Viewer viewer);

    /** What the value of one time and key was before, newest first. */
    List<FormerValue> former(String id, Instant time, String key, Viewer viewer);

    /**
     * Computes all periods that overlap the range, and afterwards the indicators that are built on this one. Without a start
     * or end the range is that of the data. A long job; needs {@link #COMPUTE}.
     */
    JobView compute(String id, Optional<Instant> from, Optional<Instant> to, Viewer viewer);
}
