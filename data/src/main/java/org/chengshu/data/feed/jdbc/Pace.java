package org.chengshu.data.feed.jdbc;

import java.time.Duration;
import org.chengshu.data.feed.Pause;

/** Keeps a reader from taking more of a source than its owner allows. */
final class Pace {
    private static final long SECOND = 1_000_000_000L;

    private final int piece;
    private final Duration pause;
    private final int rowsPerSecond;
    private final long began = System.nanoTime();
    private long rows;

    Pace(JdbcConfig config) {
        this.piece = config.fetch();
        this.pause = config.pause();
        this.rowsPerSecond = config.rowsPerSecond();
    }

    /** Called after each row; waits when it is too early for the next. */
    void row() {
        rows++;
        if (rows % piece == 0 && !pause.isZero()) {
            Pause.take(pause);
        }
        if (rowsPerSecond > 0) {
            long due = began + rows * SECOND / rowsPerSecond;
            long early = due - System.nanoTime();
            if (early > SECOND / 100) {
                Pause.take(Duration.ofNanos(early));
            }
        }
    }
}
