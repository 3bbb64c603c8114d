package org.chengshu.data.standard.keep;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.chengshu.core.db.Transactions;

/**
 * All items of one kind in memory; as fresh as the last commit on this node, two seconds old when another node changed
 * them, and inside a transaction as they were before it. Safe for many threads.
 */
public final class StandardShelf<T> {
    private static final long FRESH_NANOS = 2_000_000_000L;

    private final String kind;
    private final StandardItemStore store;
    private final Transactions transactions;
    private final Function<StandardItem, T> reader;
    private volatile Map<String, T> known = Map.of();
    private volatile String stamp = "";
    private volatile long lookedAt;

    public StandardShelf(
            String kind, StandardItemStore store, Transactions transactions, Function<StandardItem, T> reader) {
        this.kind = kind;
        this.store = store;
        this.transactions = transactions;
        this.reader = reader;
        look();
    }

    public Optional<T> find(String id) {
        return Optional.ofNullable(all().get(id));
    }

    /** By id. */
    public List<T> list() {
        return List.copyOf(all().values());
    }

    /** To be called in the transaction that changes something. */
    public void refreshAfterCommit() {
        transactions.afterCommit(this::look);
    }

    // What a transaction would find may never be committed, and would be kept for all.
    private Map<String, T> all() {
        if (!transactions.active() && System.nanoTime() - lookedAt > FRESH_NANOS) {
            look();
        }
        return known;
    }

    private synchronized void look() {
        String now = store.stamp(kind);
        if (!now.equals(stamp)) {
            Map<String, T> read = new TreeMap<>();
            store.list(kind).forEach(item -> read.put(item.id(), reader.apply(item)));
            known = read;
            stamp = now;
        }
        lookedAt = System.nanoTime();
    }
}
