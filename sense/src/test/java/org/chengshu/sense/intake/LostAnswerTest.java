package org.chengshu.sense.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.chengshu.core.db.ConnectionWork;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.Report;
import org.chengshu.sense.derived.Derivations;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.ledger.Ledger;
import org.chengshu.sense.rulebook.RuleBook;
import org.chengshu.sense.state.DeviceLocks;
import org.chengshu.sense.state.DeviceStates;
import org.chengshu.sense.store.ReadingStore;
import org.chengshu.sense.testing.AloneTest;
import org.chengshu.sense.testing.SenseWorld;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** The connection breaks while the database answers a commit. */
@AloneTest
class LostAnswerTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int LANE = 1;

    @Autowired
    SenseWorld world;

    @Autowired
    DeviceRegistry registry;

    @Autowired
    RuleBook rules;

    @Autowired
    Derivations derivations;

    @Autowired
    DeviceStates states;

    @Autowired
    DeviceLocks locks;

    @Autowired
    ReadingStore readings;

    @Autowired
    AlarmDesk alarms;

    @Autowired
    Ledger ledger;

    @Autowired
    Marks marks;

    @Autowired
    ObjectProvider<CommittedObservations> listeners;

    @Autowired
    Transactions transactions;

    @Autowired
    Clock clock;

    private Breaking breaking;
    private BatchWriter writer;
    private String device;

    @BeforeEach
    void setTheScene() {
        breaking = new Breaking(transactions);
        writer = new BatchWriter(
                registry,
                rules,
                derivations,
                states,
                locks,
                readings,
                alarms,
                ledger,
                marks,
                listeners,
                breaking,
                clock);
        device = world.freshDevice(world.freshProduct());
    }

    @Test
    void whatWasCommittedAllTheSameIsNotWrittenTwice() throws Exception {
        List<Delivery> batch = List.of(delivery(NOON, 1), delivery(NOON.plusSeconds(1), 2));
        Receipt before = world.counter(Door.MQTT);
        breaking.next = When.AFTER_THE_COMMIT;
        assertThatThrownBy(() -> writer.write(LANE, batch)).matches(Patience::isPassing);

        assertThat(writer.write(LANE, batch)).containsExactly(new Receipt(1, 0, 0, 0), new Receipt(1, 0, 0, 0));
        assertThat(world.readings(device)).hasSize(2);
        assertThat(world.counter(Door.MQTT).stored() - before.stored()).isEqualTo(2);
    }

    @Test
    void nobodyElseHasTheDevicesUntilItIsKnownWhetherTheBatchIsWritten() throws Exception {
        List<Delivery> batch = List.of(delivery(NOON, 1));
        breaking.next = When.AFTER_THE_COMMIT;
        assertThatThrownBy(() -> writer.write(LANE, batch)).matches(Patience::isPassing);
        BitSet wanted = new BitSet();
        wanted.set(registry.find(device).orElseThrow().id());
        CompletableFuture<DeviceLocks.Held> other = CompletableFuture.supplyAsync(() -> taken(wanted));
        assertThatThrownBy(() -> other.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        writer.write(LANE, batch);

        other.get(10, TimeUnit.SECONDS).close();
    }

    private DeviceLocks.Held taken(BitSet devices) {
        try {
            return locks.take(devices);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWasNotCommittedIsWrittenAtTheNextTry() throws Exception {
        List<Delivery> batch = List.of(delivery(NOON, 1));
        breaking.next = When.BEFORE_THE_COMMIT;
        assertThatThrownBy(() -> writer.write(LANE, batch)).matches(Patience::isPassing);
        assertThat(world.readings(device)).isEmpty();

        assertThat(writer.write(LANE, batch)).containsExactly(new Receipt(1, 0, 0, 0));
        assertThat(world.readings(device)).hasSize(1);
    }

    @Test
    void anotherBatchSettlesWhatWasLeftInDoubt() throws Exception {
        breaking.next = When.AFTER_THE_COMMIT;
        assertThatThrownBy(() -> writer.write(LANE, List.of(delivery(NOON, 1)))).matches(Patience::isPassing);

        assertThat(writer.write(LANE, List.of(delivery(NOON, 1), delivery(NOON.plusSeconds(5), 2))))
                .containsExactly(new Receipt(0, 1, 0, 0), new Receipt(1, 0, 0, 0));
        assertThat(world.readings(device)).hasSize(2);
    }

    private Delivery delivery(Instant time, double level) {
        return Delivery.of(
                Door.MQTT, time, new Report(device, List.of(Observation.of(time, "pm25", Value.of(level))), List.of()));
    }

    private enum When {
        NEVER,
        BEFORE_THE_COMMIT,
        AFTER_THE_COMMIT
    }

    /** Real transactions, one of which breaks. */
    private static final class Breaking implements Transactions {
        private final Transactions real;
        private When next = When.NEVER;

        Breaking(Transactions real) {
            this.real = real;
        }

        @Override
        public <T> T call(Supplier<T> work) {
            When now = next;
            next = When.NEVER;
            T result = real.call(() -> {
                T answer = work.get();
                breakIf(now == When.BEFORE_THE_COMMIT);
                return answer;
            });
            breakIf(now == When.AFTER_THE_COMMIT);
            return result;
        }

        @Override
        public void run(Runnable work) {
            Object _ = call(() -> {
                work.run();
                return true;
            });
        }

        private static void breakIf(boolean broken) {
            if (broken) {
                throw new DataAccessException("gone", new SQLException("connection broken", "08006"));
            }
        }

        @Override
        public void afterCommit(Runnable work) {
            real.afterCommit(work);
        }

        @Override
        public boolean active() {
            return real.active();
        }

        @Override
        public <T> T onConnection(ConnectionWork<T> work) {
            return real.onConnection(work);
        }
    }
}
