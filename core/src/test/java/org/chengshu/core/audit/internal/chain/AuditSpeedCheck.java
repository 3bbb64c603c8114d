package org.chengshu.core.audit.internal.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.chengshu.core.audit.Audit;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.jobs.JobProgress;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Prints how fast entries are recorded, sealed and verified; runs only when named: {@code -Dtest=AuditSpeedCheck}. */
@CoreTest
class AuditSpeedCheck {
    private static final int ENTRIES = 40_000;
    private static final int THREADS = 8;

    @Autowired
    Audit audit;

    @Autowired
    Sealer sealer;

    @Autowired
    ChainStore store;

    @Autowired
    Verification verification;

    @Autowired
    DSLContext sql;

    @Test
    void recordsSealsAndVerifies() throws InterruptedException {
        sql.execute("create table if not exists public.plain_audit (id uuid not null, at timestamptz not null,"
                + " who text not null, event text not null, outcome text not null, details jsonb not null,"
                + " primary key (at, id))");
        for (int round = 1; round <= 3; round++) {
            double plain = perSecond(ENTRIES, () -> inThreads(this::plain));
            double recorded = perSecond(ENTRIES, () -> inThreads(this::entry));
            long waiting = store.waiting();
            double sealed = perSecond(waiting, this::sealAll);
            Verification.Result[] result = new Verification.Result[1];
            long links = store.head().orElseThrow().number();
            double verified = perSecond(
                    links, () -> result[0] = verification.run(Period.of(Optional.empty(), Optional.empty()), quiet()));
            System.out.printf(
                    "round %d: plain insert %.0f/s, recorded %.0f/s, sealed %.0f/s (%d waited), verified %.0f/s (%d)%n",
                    round, plain, recorded, sealed, waiting, verified, links);
            assertThat(result[0].broken()).isEmpty();
        }
    }

    private void plain() {
        sql.execute(
                "insert into public.plain_audit (id, at, who, event, outcome, details)"
                        + " values (cast(? as uuid), now(), ?, ?, ?, cast(? as jsonb))",
                UUID.randomUUID(),
                "zhang",
                "kite.flown",
                "done",
                "{\"id\":\"kite-7\",\"place\":\"hill\"}");
    }

    private void entry() {
        audit.record(AuditEntry.done(
                Optional.of(UUID.randomUUID()), "zhang", "kite.flown", Map.of("id", "kite-7", "place", "hill")));
    }

    private void sealAll() {
        while (store.waiting() > 0) {
            sealer.seal();
        }
    }

    private static void inThreads(Runnable once) {
        AtomicInteger left = new AtomicInteger(ENTRIES);
        try {
            Thread[] threads = IntStream.range(0, THREADS)
                    .mapToObj(n -> Thread.ofVirtual().start(() -> {
                        while (left.getAndDecrement() > 0) {
                            once.run();
                        }
                    }))
                    .toArray(Thread[]::new);
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double perSecond(long count, Runnable work) {
        long began = System.nanoTime();
        work.run();
        return count * 1e9 / (System.nanoTime() - began);
    }

    private static JobProgress quiet() {
        return new JobProgress() {
            @Override
            public void at(long done, long total, Text message) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
