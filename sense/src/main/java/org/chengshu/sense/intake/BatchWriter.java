package org.chengshu.sense.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.db.RoundTrip;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Delivery.Mark;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.Rejection;
import org.chengshu.sense.RejectionReason;
import org.chengshu.sense.Report;
import org.chengshu.sense.derived.Derivations;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.ledger.Ledger;
import org.chengshu.sense.rulebook.RuleBook;
import org.chengshu.sense.state.DeviceLocks;
import org.chengshu.sense.state.DeviceStates;
import org.chengshu.sense.store.Fresh;
import org.chengshu.sense.store.ReadingStore;
import org.chengshu.wire.Observation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/** Writes deliveries, with all that follows from them, in one transaction, while it holds their devices. */
@Component
final class BatchWriter implements Writer {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);
    private static final Duration ROOM_WITHIN = Duration.ofSeconds(10);

    private final DeviceRegistry registry;
    private final RuleBook rules;
    private final Derivations derivations;
    private final DeviceStates states;
    private final DeviceLocks locks;
    private final ReadingStore readings;
    private final AlarmDesk alarms;
    private final Ledger ledger;
    private final Marks marks;
    private final ObjectProvider<CommittedObservations> listeners;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<Integer, Attempt> inDoubt = new ConcurrentHashMap<>();
    private volatile List<CommittedObservations> listening;

    BatchWriter(
            DeviceRegistry registry,
            RuleBook rules,
            Derivations derivations,
            DeviceStates states,
            DeviceLocks locks,
            ReadingStore readings,
            AlarmDesk alarms,
            Ledger ledger,
            Marks marks,
            ObjectProvider<CommittedObservations> listeners,
            Transactions transactions,
            Clock clock) {
        this.registry = registry;
        this.rules = rules;
        this.derivations = derivations;
        this.states = states;
        this.locks = locks;
        this.readings = readings;
        this.alarms = alarms;
        this.ledger = ledger;
        this.marks = marks;
        this.listeners = listeners;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Receipt> write(int lane, List<Delivery> deliveries) throws InterruptedException {
        if (!readings.awaitRoom(ROOM_WITHIN)) {
            throw new TransientDataAccessResourceException("packing readings is behind");
        }
        Optional<Attempt> former = settle(lane).filter(attempt -> attempt.deliveries.equals(deliveries));
        return former.isPresent() ? former.get().receipts : tryOnce(lane, deliveries);
    }

    private List<Receipt> tryOnce(int lane, List<Delivery> deliveries) throws InterruptedException {
        Attempt attempt = new Attempt(deliveries, BatchTrace.of(lane, deliveries, clock.instant()));
        Draft draft = new Draft(registry, rules, derivations, states);
        deliveries.forEach(draft::add);
        BatchTrace trace = attempt.trace;
        trace.draft = trace.part();
        attempt.held = locks.take(draft.devices());
        trace.hold = trace.part();
        try {
            draft.judge();
            trace.judge = trace.part();
            attempt.fresh = readings.sift(draft.rows());
            attempt.receipts = draft.receipts(attempt.fresh.rows());
            trace.sift = trace.part();
            commitOnce(lane, draft, attempt);
            trace.commit = trace.part();
            publish(attempt);
            trace.publish = trace.part();
        } finally {
            if (!attempt.published) {
                derivations.forget(draft.devices());
            }
            if (inDoubt.get(lane) != attempt) {
                attempt.held.close();
            }
        }
        tell(draft.newest());
        trace.tell = trace.part();
        trace.commit();
        return attempt.receipts;
    }

    /** It stays in doubt when the database goes away meanwhile; what it refuses has not happened. */
    private void commitOnce(int lane, Draft draft, Attempt attempt) {
        inDoubt.put(lane, attempt);
        try {
            transactions.run(() -> commit(lane, draft, attempt));
            inDoubt.remove(lane);
        } catch (RuntimeException e) {
            if (!Patience.isPassing(e)) {
                inDoubt.remove(lane);
            }
            throw e;
        }
    }

    /**
     * When the answer to a commit was lost it may have been done all the same; answers the attempt if it was. Until this is
     * known nobody else has its devices, whose memory is of before or after.
     */
    private Optional<Attempt> settle(int lane) {
        Attempt attempt = inDoubt.get(lane);
        if (attempt == null) {
            return Optional.empty();
        }
        boolean done = readings.isWritten(attempt.fresh);
        inDoubt.remove(lane);
        try (DeviceLocks.Held _ = attempt.held) {
            if (done) {
                publish(attempt);
            }
        }
        return done ? Optional.of(attempt) : Optional.empty();
    }

    private void commit(int lane, Draft draft, Attempt attempt) {
        List<Mark> taken = attempt.marks();
        if (!taken.isEmpty()) {
            marks.keep(taken);
        }
        RoundTrip trip = new RoundTrip();
        readings.write(attempt.fresh, trip);
        Instant now = clock.instant();
        if (!draft.hasHeardNobody()) {
            attempt.arrival = Optional.of(states.arrive(draft.memories(), now, trip));
        }
        attempt.touches = Optional.of(derivations.keep(draft.touched(), trip));
        draft.byDoor(attempt.receipts).forEach((door, sum) -> ledger.count(door, lane, sum, trip));
        trip.go(transactions);
        attempt.trace.write = attempt.trace.part();
        draft.rejections().forEach(ledger::keep);
        alarms.heardAgain(draft.heard(states::silent), now);
        alarms.carryOut(draft.decisions());
        attempt.trace.decisions = draft.decisions().size();
        attempt.trace.alarm = attempt.trace.part();
    }

    private void publish(Attempt attempt) {
        readings.publish(attempt.fresh);
        attempt.arrival.ifPresent(DeviceStates.Arrival::done);
        attempt.touches.ifPresent(derivations::announce);
        attempt.published = true;
    }

    /** A batch on its way through the database. */
    private static final class Attempt {
        private final List<Delivery> deliveries;
        private final BatchTrace trace;
        private DeviceLocks.Held held;
        private Fresh fresh;
        private List<Receipt> receipts = List.of();
        private Optional<DeviceStates.Arrival> arrival = Optional.empty();
        private Optional<Derivations.Kept> touches = Optional.empty();
        private boolean published;

        Attempt(List<Delivery> deliveries, BatchTrace trace) {
            this.deliveries = deliveries;
            this.trace = trace;
        }

        List<Mark> marks() {
            List<Mark> marks = new ArrayList<>(0);
            deliveries.forEach(one -> one.mark().ifPresent(marks::add));
            return marks;
        }
    }

    private void tell(Map<KnownDevice, Observation> newest) {
        if (newest.isEmpty()) {
            return;
        }
        for (CommittedObservations listener : listening()) {
            try {
                listener.heard(newest);
            } catch (RuntimeException e) {
                LOG.warn("a listener failed", e);
            }
        }
    }

    /** Looked up once, after everything is there: a batch every few milliseconds has no time for it. */
    private List<CommittedObservations> listening() {
        List<CommittedObservations> known = listening;
        if (known == null) {
            known = listeners.orderedStream().toList();
            listening = known;
        }
        return known;
    }

    @Override
    public Receipt refuse(int lane, Delivery delivery, String why) {
        List<Rejection> rejections = new ArrayList<>();
        for (Report report : delivery.reports()) {
            if (report.values() > 0) {
                rejections.add(unstorable(report.device(), why, report.values()));
            }
        }
        int strays = delivery.values()
                - rejections.stream().mapToInt(Rejection::lost).sum();
        if (strays > 0) {
            rejections.add(unstorable("", why, strays));
        }
        Receipt receipt = new Receipt(0, 0, delivery.values(), 0);
        transactions.run(() -> {
            ledger.keep(delivery.door(), rejections);
            ledger.count(delivery.door(), lane, receipt);
        });
        return receipt;
    }

    private static Rejection unstorable(String device, String why, int lost) {
        return new Rejection(device, RejectionReason.UNSTORABLE, "$", Optional.empty(), Optional.empty(), why, lost);
    }
}
