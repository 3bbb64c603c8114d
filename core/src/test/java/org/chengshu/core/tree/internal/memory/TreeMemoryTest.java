package org.chengshu.core.tree.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CoreTest
class TreeMemoryTest {
    @Autowired
    DSLContext sql;

    @Autowired
    Transactions transactions;

    @Test
    void whatWasReadBesideAChangeIsNotKeptAfterIt() throws Exception {
        AtomicInteger tree = new AtomicInteger(1);
        CountDownLatch hasRead = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        TreeMemory<Integer> memory = new TreeMemory<>(Tree.AREA, sql, transactions, Clock.systemUTC(), () -> {
            int read = tree.get();
            hasRead.countDown();
            await(changed);
            return read;
        });

        CompletableFuture<Integer> slow = CompletableFuture.supplyAsync(memory::get);
        await(hasRead);
        transactions.run(() -> {
            tree.set(2);
            memory.changed();
        });
        changed.countDown();

        assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(memory.get()).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
