package org.chengshu.sense.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DeviceLocksTest {
    private static final int DEVICES = 12;

    private final DeviceLocks locks = new DeviceLocks();

    @Test
    @Timeout(60)
    void noDeviceIsHeldTwiceAndNobodyWaitsForEver() throws Exception {
        AtomicIntegerArray holders = new AtomicIntegerArray(DEVICES);
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> works = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                Random random = new Random(writer);
                works.add(writers.submit((Callable<Integer>) () -> holdOftenCountingClashes(random, holders)));
            }
            for (Future<Integer> work : works) {
                assertThat(work.get(50, TimeUnit.SECONDS)).isZero();
            }
        }
    }

    private int holdOftenCountingClashes(Random random, AtomicIntegerArray holders) throws InterruptedException {
        int clashes = 0;
        for (int round = 0; round < 2_000; round++) {
            BitSet wanted = new BitSet();
            for (int i = 0; i < 4; i++) {
                wanted.set(random.nextInt(DEVICES));
            }
            try (DeviceLocks.Held _ = locks.take(wanted)) {
                clashes += (int) wanted.stream()
                        .filter(one -> holders.incrementAndGet(one) > 1)
                        .count();
                wanted.stream().forEach(holders::decrementAndGet);
            }
        }
        return clashes;
    }

    @Test
    void whatIsGivenBackTwiceIsNotTakenFromTheNext() throws Exception {
        BitSet one = new BitSet();
        one.set(3);
        DeviceLocks.Held first = locks.take(one);
        first.close();
        try (DeviceLocks.Held _ = locks.take(one)) {
            first.close();
            Thread other = Thread.ofVirtual().start(() -> {
                try (DeviceLocks.Held _ = locks.take(one)) {
                    one.clear();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThat(other.join(Duration.ofMillis(50))).isFalse();
        }
    }
}
