package org.chengshu.core.db;

import java.util.function.Supplier;
import org.jooq.exception.DataAccessException;

/**
 * Runs work in one database transaction (read committed). A call inside a running transaction joins it; an exception rolls
 * all of it back. Safe for use by many threads, each with a transaction of its own.
 */
public interface Transactions {
    <T> T call(Supplier<T> work);

    void run(Runnable work);

    /** Runs after the current transaction committed, at once when there is none; never when it rolls back. */
    void afterCommit(Runnable work);

    /** Whether the calling thread is inside a transaction. */
    boolean active();

    /** Work on the connection of the current transaction, for what SQL alone cannot do, such as COPY. */
    <T> T onConnection(ConnectionWork<T> work) throws DataAccessException;
}
