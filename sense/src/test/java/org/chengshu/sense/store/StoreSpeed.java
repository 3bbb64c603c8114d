package org.chengshu.sense.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.Settings;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.sense.codec.Micros;
import org.chengshu.sense.testing.SenseAlone;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Not among the tests: prints how fast the store is, when asked for by name ({@code -Dtest=StoreSpeed}). */
@SpringBootTest(
        classes = {SenseAlone.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class StoreSpeed {
    private static final int READINGS = Integer.getInteger("readings", 10_000_000);
    private static final int BATCH = 20_000;
    private static final long START = 1_770_000_000_000_000L;

    @Autowired
    ReadingStore store;

    @Autowired
    Packer packer;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext db;

    @Autowired
    Settings settings;

    @Test
    void writesAndReads() throws Exception {
        write("300 series", 2, 300, 1);
        write("1,800 series", 2, 1_800, 10_000);
        write("60,000 series", 2, 60_000, 100_000);
        long begun = System.nanoTime();
        packer.pack();
        System.out.printf("last pack: %.2f s%n", (System.nanoTime() - begun) / 1e9);
        System.out.println(db.fetch("""
                select count(*) as chunks, sum(count) as points, avg(count) as a_chunk,
                    pg_table_size('cs_sense.chunk') / sum(count) as bytes, pg_total_relation_size('cs_sense.chunk') as total,
                    pg_total_relation_size('cs_sense.block') as blocks
                from cs_sense.chunk"""));
        read();
    }

    private void write(String what, int writers, int series, int firstSeries) throws Exception {
        CountDownLatch ended = new CountDownLatch(writers);
        long begun = System.nanoTime();
        long perWriter = READINGS / writers;
        for (int writer = 0; writer < writers; writer++) {
            int own = writer;
            Thread.ofPlatform().start(() -> {
                writer(series / writers, firstSeries + own * (series / writers), perWriter);
                ended.countDown();
            });
        }
        ended.await();
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("write %s: %.0f readings/s%n", what, READINGS / seconds);
    }

    private void writer(int series, int first, long readings) {
        Random random = new Random(first);
        ReadingRows rows = new ReadingRows();
        long written = 0;
        long tick = 0;
        int next = 0;
        while (written < readings) {
            rows.clear();
            for (int i = 0; i < BATCH; i++) {
                rows.addNumber(first + next, START + tick * 1_000_000L, random.nextInt(4_000) / 10.0);
                if (++next == series) {
                    next = 0;
                    tick++;
                }
            }
            awaitRoom();
            Fresh fresh = store.sift(rows);
            transactions.run(() -> store.write(fresh));
            store.publish(fresh);
            written += fresh.size();
        }
    }

    private void awaitRoom() {
        try {
            if (!store.awaitRoom(Duration.ofMinutes(1))) {
                throw new IllegalStateException("no room");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        Random random = new Random(3);
        long[] nanos = new long[2_000];
        Instant from = Micros.instant(START);
        long points = 0;
        for (int i = 0; i < nanos.length; i++) {
            int series = 1 + random.nextInt(300);
            long begun = System.nanoTime();
            points += store.scan(List.of(series), from.plusSeconds(3_600), from.plusSeconds(3_600 + 1_440))
                    .get(series)
                    .size();
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "read of %d points: median %.2f ms, p99 %.2f ms%n",
                points / nanos.length, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6);
    }
}
