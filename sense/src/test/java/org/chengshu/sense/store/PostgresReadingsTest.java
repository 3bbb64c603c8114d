package org.chengshu.sense.store;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.testing.AloneTest;
import org.springframework.beans.factory.annotation.Autowired;

@AloneTest
class PostgresReadingsTest extends ReadingStoreContract {
    private static final AtomicInteger SERIES = new AtomicInteger(1_000_000);

    @Autowired
    ReadingStore readings;

    @Autowired
    Transactions transactions;

    @Override
    ReadingStore store() {
        return readings;
    }

    @Override
    BitSet storeNow(ReadingRows rows) {
        readings.makeRoom(rows);
        return transactions.call(() -> readings.store(rows));
    }

    @Override
    int series() {
        return SERIES.incrementAndGet();
    }
}
