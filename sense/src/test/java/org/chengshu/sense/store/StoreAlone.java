package org.chengshu.sense.store;

import java.time.Clock;
import java.util.BitSet;
import java.util.function.Supplier;
import org.chengshu.core.db.ConnectionWork;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.Settings;
import org.jooq.DSLContext;

/** A store that is packed, killed and started when the test says so. */
final class StoreAlone {
    private final DSLContext db;
    private final Transactions transactions;
    private final Settings settings;
    private int commitsUntilDeath = Integer.MAX_VALUE;
    private Packer packer;
    private PostgresReadings store;

    StoreAlone(DSLContext db, Transactions transactions, Settings settings) {
        this.db = db;
        this.transactions = transactions;
        this.settings = settings;
        restart();
    }

    PostgresReadings store() {
        return store;
    }

    void restart() {
        BlockTable blocks = new BlockTable(db, transactions);
        ChunkTable chunks = new ChunkTable(transactions);
        RollupTable rollups = new RollupTable(transactions);
        DayTable days = new DayTable(db, transactions, Clock.systemUTC(), CitySettings.of(settings));
        Tails tails = new Tails(rollups, blocks, Clock.systemUTC(), settings);
        FormerReadings former = new FormerReadings(db, transactions, chunks);
        Recovery recovery = new Recovery(former, tails, blocks, chunks, rollups, days, transactions);
        packer = new Packer(tails, blocks, chunks, rollups, days, new Mortal(), settings);
        Eraser eraser = new Eraser(tails, packer, chunks, rollups, days, transactions);
        Amender amender = new Amender(tails, packer, chunks, rollups, days, transactions);
        store = new PostgresReadings(tails, blocks, chunks, rollups, days, eraser, packer, amender, recovery);
    }

    BitSet storeNow(ReadingRows rows) {
        Fresh fresh = store.sift(rows);
        transactions.run(() -> store.write(fresh));
        store.publish(fresh);
        return fresh.rows();
    }

    void pack() {
        packer.pack();
    }

    void flush() {
        packer.flush();
    }

    /** Makes all days that are over. */
    void makeDays() {
        boolean more = true;
        while (more) {
            more = packer.makeDays();
        }
    }

    /** The packer dies after so many of its transactions, and the node with it. */
    void packAndDieAfter(int commits) {
        commitsUntilDeath = commits;
        try {
            packer.pack();
        } catch (Death e) {
            // as it was meant
        }
        commitsUntilDeath = Integer.MAX_VALUE;
        restart();
    }

    private final class Mortal implements Transactions {
        @Override
        public <T> T call(Supplier<T> work) {
            if (commitsUntilDeath-- <= 0) {
                throw new Death();
            }
            return transactions.call(work);
        }

        @Override
        public void run(Runnable work) {
            call(() -> {
                work.run();
                return true;
            });
        }

        @Override
        public void afterCommit(Runnable work) {
            transactions.afterCommit(work);
        }

        @Override
        public boolean active() {
            return transactions.active();
        }

        @Override
        public <T> T onConnection(ConnectionWork<T> work) {
            return transactions.onConnection(work);
        }
    }

    private static final class Death extends IllegalStateException {
        private static final long serialVersionUID = 1;
    }
}
