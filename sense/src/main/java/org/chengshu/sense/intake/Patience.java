package org.chengshu.sense.intake;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** How long to wait for a database that is away or busy, and how to tell that from data it will never take. */
public final class Patience {
    /** Connection, rollback and deadlock, resources, operator's intervention, system error. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    private static final int TRIES = 6;
    private static final long FIRST_PAUSE_MS = 50;

    private int tries;

    /** False when it has waited long enough. */
    public boolean waitAfter(RuntimeException cause) throws InterruptedException {
        if (cause == null || ++tries > TRIES) {
            return false;
        }
        TimeUnit.MILLISECONDS.sleep(FIRST_PAUSE_MS << tries);
        return true;
    }

    public static boolean isPassing(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException || cause instanceof TransientDataAccessException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return PASSING.contains(state.substring(0, Math.min(2, state.length())));
            }
        }
        return false;
    }
}
