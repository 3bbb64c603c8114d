package org.chengshu.core.tree.internal.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what was read of a tree until somebody changes the tree, on this node or another. The transaction that changes it
 * reads for itself, and what it reads is nobody else's until it commits.
 */
final class TreeMemory<T> {
    private static final Duration TRUSTED = Duration.ofSeconds(2);

    private final Tree tree;
    private final DSLContext sql;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<T> reading;
    private final AtomicLong changes = new AtomicLong();
    private volatile Kept<T> kept;

    /**
     * What was read.
     *
     * @param changes how many of this node's had ended when the reading began: what was read beside a change is not kept
     */
    private record Kept<T>(T value, long version, Instant checked, long changes) {}

    /** Read anew after each change within the transaction; null until asked for. */
    private static final class OwnCopy {
        private Object value;
    }

    TreeMemory(Tree tree, DSLContext sql, Transactions transactions, Clock clock, Supplier<T> reading) {
        this.tree = tree;
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
        this.reading = reading;
    }

    T get() {
        if (TransactionSynchronizationManager.getResource(this) instanceof OwnCopy own) {
            return inOwnTransaction(own);
        }
        Kept<T> now = kept;
        return now != null && isTrusted(now) ? now.value() : refreshed().value();
    }

    /** Must be called in the transaction that changed the tree, after each change. */
    void changed() {
        if (!transactions.active()) {
            throw new IllegalStateException("trees are changed in a transaction");
        }
        sql.execute("update cs_core.tree_version set version = version + 1 where tree = ?", tree.word());
        if (TransactionSynchronizationManager.getResource(this) instanceof OwnCopy own) {
            own.value = null;
        } else {
            TransactionSynchronizationManager.bindResource(this, new OwnCopy());
            TransactionSynchronizationManager.registerSynchronization(new Ending());
        }
    }

    @SuppressWarnings("unchecked") // only this memory fills the readings bound to it
    private T inOwnTransaction(OwnCopy own) {
        if (own.value == null) {
            own.value = reading.get();
        }
        return (T) own.value;
    }

    private boolean isTrusted(Kept<T> now) {
        Duration age = Duration.between(now.checked(), clock.instant());
        return now.changes() == changes.get() && !age.isNegative() && age.compareTo(TRUSTED) < 0;
    }

    private synchronized Kept<T> refreshed() {
        Kept<T> now = kept;
        if (now != null && isTrusted(now)) {
            return now;
        }
        long begun = changes.get();
        long version = version();
        T value = now != null && now.version() == version ? now.value() : reading.get();
        kept = new Kept<>(value, version, clock.instant(), begun);
        return kept;
    }

    private long version() {
        return sql.fetchSingle("select version from cs_core.tree_version where tree = ?", tree.word())
                .get(0, Long.class);
    }

    private final class Ending implements TransactionSynchronization {
        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TreeMemory.this);
            changes.incrementAndGet();
        }
    }
}
