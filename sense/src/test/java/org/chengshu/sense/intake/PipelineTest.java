package org.chengshu.sense.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;
import org.chengshu.sense.Intake;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.Report;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SlowWriter writer = new SlowWriter();
    private final AtomicBoolean room = new AtomicBoolean(true);
    private final Pipeline pipeline =
            new Pipeline(writer, room::get, new IntakeMeters(new SimpleMeterRegistry(), java.time.Clock.systemUTC()));

    @AfterEach
    void stop() {
        writer.gate.countDown();
        pipeline.stop();
    }

    @Test
    void whatGathersDuringACommitIsTheNextBatch() throws Exception {
        pipeline.start();
        CompletableFuture<Receipt> first = offer("a", 1);
        writer.entered.await(10, TimeUnit.SECONDS);
        List<CompletableFuture<Receipt>> rest = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rest.add(offer("b" + i, 1));
        }
        writer.gate.countDown();

        first.get(10, TimeUnit.SECONDS);
        for (CompletableFuture<Receipt> one : rest) {
            assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(new Receipt(1, 0, 0, 0));
        }
        assertThat(writer.batches).containsExactly(1, 100);
    }

    @Test
    void takesNothingWhileTheDiskHasNoRoom() throws Exception {
        pipeline.start();
        writer.gate.countDown();
        room.set(false);
        assertThat(pipeline.offer(delivery("a", 1)))
                .isInstanceOfSatisfying(
                        Intake.Busy.class, busy -> assertThat(busy.comeBack()).isGreaterThan(Duration.ofSeconds(1)));

        room.set(true);
        assertThat(offer("a", 1).get(10, TimeUnit.SECONDS)).isEqualTo(new Receipt(1, 0, 0, 0));
    }

    @Test
    void saysBusyWhenTooMuchWaitsAndKeepsWhatItTook() throws Exception {
        pipeline.start();
        List<CompletableFuture<Receipt>> taken = new ArrayList<>();
        Intake.Answer answer = pipeline.offer(delivery("d", 1_000));
        while (answer instanceof Intake.Taken one) {
            taken.add(one.receipt());
            answer = pipeline.offer(delivery("d", 1_000));
        }
        assertThat(taken.size()).isBetween(100, 145);
        writer.gate.countDown();

        for (CompletableFuture<Receipt> one : taken) {
            assertThat(one.get(30, TimeUnit.SECONDS).stored()).isEqualTo(1_000);
        }
        assertThat(offer("after", 1).get(10, TimeUnit.SECONDS).stored()).isEqualTo(1);
    }

    @Test
    void aMessageThatCannotBeStoredIsRefusedAlone() throws Exception {
        writer.poison = "bad";
        pipeline.start();
        CompletableFuture<Receipt> first = offer("a", 1);
        writer.entered.await(10, TimeUnit.SECONDS);
        CompletableFuture<Receipt> good = offer("b", 2);
        CompletableFuture<Receipt> bad = offer("bad", 3);
        CompletableFuture<Receipt> after = offer("c", 4);
        writer.gate.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS).stored()).isEqualTo(1);
        assertThat(good.get(10, TimeUnit.SECONDS).stored()).isEqualTo(2);
        assertThat(bad.get(10, TimeUnit.SECONDS)).isEqualTo(new Receipt(0, 0, 3, 0));
        assertThat(after.get(10, TimeUnit.SECONDS).stored()).isEqualTo(4);
    }

    @Test
    void waitsForADatabaseThatComesBackSoon() throws Exception {
        writer.awayFor.set(3);
        writer.gate.countDown();
        pipeline.start();

        assertThat(offer("a", 1).get(10, TimeUnit.SECONDS).stored()).isEqualTo(1);
    }

    @Test
    void keepsWhatItTookUntilTheDatabaseIsBackAndTakesNothingMoreMeanwhile() throws Exception {
        writer.awayFor.set(Integer.MAX_VALUE);
        writer.gate.countDown();
        pipeline.start();

        CompletableFuture<Receipt> kept = offer("a", 1);
        eventually("nothing more is taken", () -> pipeline.offer(delivery("b", 1)) instanceof Intake.Busy);
        assertThat(kept).isNotDone();
        writer.awayFor.set(0);
        assertThat(kept.get(10, TimeUnit.SECONDS)).isEqualTo(new Receipt(1, 0, 0, 0));
        assertThat(offer("c", 1).get(10, TimeUnit.SECONDS).stored()).isEqualTo(1);
    }

    @Test
    void stoppingFinishesWhatWasTaken() throws Exception {
        writer.gate.countDown();
        pipeline.start();
        List<CompletableFuture<Receipt>> taken = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            taken.add(offer("d" + i, 1));
        }
        pipeline.stop();

        assertThat(taken).allMatch(one -> one.isDone() && !one.isCompletedExceptionally());
        assertThat(pipeline.offer(delivery("late", 1))).isInstanceOf(Intake.Busy.class);
    }

    private CompletableFuture<Receipt> offer(String device, int values) {
        return ((Intake.Taken) pipeline.offer(delivery(device, values))).receipt();
    }

    private static Delivery delivery(String device, int values) {
        List<Observation> seen = new ArrayList<>();
        for (int i = 0; i < values; i++) {
            seen.add(Observation.of(NOON.plusSeconds(i), "pm25", Value.of((double) i)));
        }
        return Delivery.of(Door.HTTP, NOON, new Report(device, seen, List.of())).onLane(0);
    }

    /** Waits at a gate before its first batch, may find a device poisonous or the database away. */
    private static final class SlowWriter implements Writer {
        private final CountDownLatch gate = new CountDownLatch(1);
        private final CountDownLatch entered = new CountDownLatch(1);
        private final List<Integer> batches = new ArrayList<>();
        private volatile String poison = "";
        private final AtomicInteger awayFor = new AtomicInteger();

        @Override
        public List<Receipt> write(int lane, List<Delivery> deliveries) {
            entered.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (awayFor.getAndDecrement() > 0) {
                throw new DataAccessException("away", new SQLException("connection refused", "08001"));
            }
            if (deliveries.stream()
                    .anyMatch(one -> one.reports().getFirst().device().equals(poison))) {
                throw new DataAccessException("poison", new SQLException("invalid byte sequence", "22021"));
            }
            batches.add(deliveries.size());
            return deliveries.stream()
                    .map(one -> new Receipt(one.values(), 0, 0, 0))
                    .toList();
        }

        @Override
        public Receipt refuse(int lane, Delivery delivery, String why) {
            return new Receipt(0, 0, delivery.values(), 0);
        }
    }
}
