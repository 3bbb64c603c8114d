package org.chengshu.sense.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.alarm.Alarms;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobProgress;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Devices;
import org.chengshu.sense.Door;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.derived.Derivations;
import org.chengshu.sense.derived.Touched;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.intake.Patience;
import org.chengshu.sense.ledger.Ledger;
import org.chengshu.sense.rulebook.RuleBook;
import org.chengshu.sense.rules.RuleMachine;
import org.chengshu.sense.state.DeviceLocks;
import org.chengshu.sense.store.Fresh;
import org.chengshu.sense.store.ReadingStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Imports a file batch by batch; each is committed with its checkpoint, so that a run broken off goes on from there. */
@Component
final class Importer {
    private static final Duration ROOM = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);

    private final DeviceRegistry registry;
    private final Devices devices;
    private final RuleBook rules;
    private final ReadingStore readings;
    private final DeviceLocks locks;
    private final Derivations derivations;
    private final Alarms alarms;
    private final Ledger ledger;
    private final ImportStore store;
    private final Transactions transactions;
    private final Clock clock;
    private final CitySettings settings;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    /** By import what was being written when the answer to a commit was lost, or may still be. */
    private final Map<String, Fresh> inDoubt = new ConcurrentHashMap<>();

    Importer(
            DeviceRegistry registry,
            Devices devices,
            RuleBook rules,
            ReadingStore readings,
            DeviceLocks locks,
            Derivations derivations,
            Alarms alarms,
            Ledger ledger,
            ImportStore store,
            Transactions transactions,
            Clock clock,
            CitySettings settings) {
        this.registry = registry;
        this.devices = devices;
        this.rules = rules;
        this.readings = readings;
        this.locks = locks;
        this.derivations = derivations;
        this.alarms = alarms;
        this.ledger = ledger;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
    }

    /** Refuses a file that lacks columns the mapping needs. */
    void checkHeader(Path file, ImportOrder order) throws IOException {
        try (CsvFile csv = CsvFile.open(file, order, settings.zone())) {
            if (!csv.reader().absent().isEmpty()) {
                throw new Fault(
                        SenseError.IMPORT_FAULTY,
                        "the file has no column "
                                + String.join(", ", csv.reader().absent()));
            }
        }
    }

    ImportReport run(Path file, ImportOrder order, JobProgress progress) {
        try {
            Spool.Content content = Spool.look(file, order.fingerprint());
            if (!running.add(content.key())) {
                throw new Fault(SenseError.IMPORT_RUNNING, order.name() + " is being imported just now");
            }
            try {
                return insist(file, content, order, progress);
            } finally {
                running.remove(content.key());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What passes by itself, such as a deadlock with the intake, only costs going back to the last checkpoint. */
    private ImportReport insist(Path file, Spool.Content content, ImportOrder order, JobProgress progress)
            throws IOException {
        Patience patience = new Patience();
        while (true) {
            try {
                return run(file, content, order, progress);
            } catch (RuntimeException e) {
                if (!Patience.isPassing(e) || !isWorthWaiting(patience, e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isWorthWaiting(Patience patience, RuntimeException cause) {
        try {
            return patience.waitAfter(cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ImportReport run(Path file, Spool.Content content, ImportOrder order, JobProgress progress)
            throws IOException {
        settle(content.key());
        Optional<ImportStore.Checkpoint> former = store.find(content.key());
        if (former.filter(ImportStore.Checkpoint::complete).isPresent()) {
            return former.get().report().repeated();
        }
        RuleMachine machine = rules.machine(order.product());
        Run run = former.map(found -> new Run(
                        content,
                        order,
                        new ImportTally(order, found.report()),
                        Chronicle.read(machine, found.episodes(), found.memories())))
                .orElseGet(() -> new Run(content, order, new ImportTally(order), new Chronicle(machine)));
        try (CsvFile csv = CsvFile.open(file, order, settings.zone())) {
            csv.skip(run.counts().rows());
            go(csv, run, progress);
        }
        // Whoever computes from the hours may begin once the import has ended.
        readings.tellHours();
        return run.counts().report();
    }

    private void settle(String key) {
        Fresh fresh = inDoubt.get(key);
        if (fresh != null) {
            if (readings.isWritten(fresh)) {
                readings.publish(fresh);
            }
            inDoubt.remove(key);
        }
    }

    /** Another thread reads and judges ahead while this one writes. */
    private void go(CsvFile csv, Run run, JobProgress progress) throws IOException {
        RowTaker taker = new RowTaker(run.order(), csv.reader(), run.chronicle(), registry, devices, clock);
        try (ReadAhead ahead = new ReadAhead(csv, taker, run.order())) {
            boolean more = true;
            while (more && !progress.cancelled()) {
                ImportBatch batch = ahead.next();
                write(batch, run);
                more = !batch.isLast();
                long done = run.counts().rows();
                progress.at(done, run.content().rows(), Text.of("已读 " + done + " 行", done + " rows read"));
            }
        }
    }

    /** Holds the devices of the batch no longer than it takes to write it. */
    private void write(ImportBatch batch, Run run) {
        awaitRoom();
        try (DeviceLocks.Held _ = take(batch)) {
            Fresh fresh = readings.sift(batch.rows());
            String key = run.content().key();
            Touched touched = derivations.begin();
            derivations.touch(
                    batch.devices().stream()
                            .boxed()
                            .flatMap(id -> registry.find(id).stream())
                            .toList(),
                    batch.rows(),
                    touched);
            inDoubt.put(key, fresh);
            Derivations.Kept kept = transactions.call(() -> {
                readings.write(fresh);
                ledger.count(Door.IMPORT, batch.count(fresh.rows(), run.counts()));
                ledger.keep(Door.IMPORT, batch.rejections());
                run.chronicle().tell(batch, alarms, run.order().cases(), run.counts());
                store.remember(key, batch.isLast(), batch.memories());
                store.put(key, run.order(), batch.isLast(), run.counts().report(), run.chronicle());
                return derivations.keep(touched);
            });
            readings.publish(fresh);
            derivations.announce(kept);
            inDoubt.remove(key);
        }
    }

    private DeviceLocks.Held take(ImportBatch batch) {
        try {
            return locks.take(batch.devices());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the import was stopped");
        }
    }

    private void awaitRoom() {
        try {
            while (!readings.awaitRoom(ROOM)) {
                LOG.info("an import waits until readings are packed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the import was stopped");
        }
    }

    private record Run(Spool.Content content, ImportOrder order, ImportTally counts, Chronicle chronicle) {}
}
