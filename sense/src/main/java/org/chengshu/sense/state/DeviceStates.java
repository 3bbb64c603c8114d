package org.chengshu.sense.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.db.RoundTrip;
import org.chengshu.sense.codec.Micros;
import org.chengshu.sense.device.HeardDevices;
import org.chengshu.sense.rules.DeviceMemory;
import org.springframework.stereotype.Component;

/**
 * What the rules remember of each device, when it was heard, and whether it is silent. It is in memory; what a batch changes
 * is logged in the batch's transaction, and noted in the devices' rows a little later. Memory is replaced after commits, by
 * whoever holds the devices.
 */
@Component
public final class DeviceStates implements HeardDevices {
    private final StateLog log;
    private final StatePages pages = new StatePages();
    private final BitSet changed = new BitSet();
    private final List<Long> logged = new ArrayList<>();

    DeviceStates(StateLog log) {
        this.log = log;
        log.load(pages).forEach(this::replace);
    }

    /** A batch's changes, logged but not yet true. */
    public final class Arrival {
        private final StateChanges changes;
        private final BitSet wereSilent;
        private long row;

        private Arrival(StateChanges changes, BitSet wereSilent, RoundTrip trip) {
            this.changes = changes;
            this.wereSilent = wereSilent;
            log.append(changes.write(), number -> row = number, trip);
        }

        /** Call it after the commit. */
        public void done() {
            replace(row, changes);
            wereSilent.stream().forEach(device -> pages.silent(device, false));
        }
    }

    /** Called for each device that was ever heard. */
    public interface Visitor {
        void see(int device, Instant heard);
    }

    public DeviceMemory memory(int device) {
        return pages.memory(device).orElse(DeviceMemory.EMPTY);
    }

    public Optional<Instant> lastHeard(int device) {
        return pages.heard(device).map(Micros::instant);
    }

    @Override
    public long lastHeard_ms(int device) {
        return pages.heard(device).map(micros -> Math.floorDiv(micros, 1_000L)).orElse(0L);
    }

    @Override
    public boolean silent(int device) {
        return pages.isSilent(device);
    }

    /** Logs, in the caller's transaction and by this trip, that devices were heard and what is remembered of them. */
    public Arrival arrive(Map<Integer, DeviceMemory> heard, Instant now, RoundTrip trip) {
        StateChanges changes = StateChanges.at(now, heard);
        BitSet wereSilent = new BitSet();
        heard.keySet().stream().filter(pages::isSilent).forEach(wereSilent::set);
        if (!wereSilent.isEmpty()) {
            log.heardAgain(wereSilent);
        }
        return new Arrival(changes, wereSilent, trip);
    }

    /** Logs what is remembered now of devices that were heard before. */
    Arrival amend(Map<Integer, DeviceMemory> memories, RoundTrip trip) {
        return new Arrival(new StateChanges(Long.MIN_VALUE, memories), new BitSet(), trip);
    }

    /** Writes, in the caller's transaction, that devices fell silent; {@link #nowSilent} after its commit makes it true. */
    public void fallSilent(BitSet devices, Instant since) {
        log.silent(devices, since);
    }

    public void nowSilent(BitSet devices) {
        devices.stream().forEach(device -> pages.silent(device, true));
    }

    /** The devices that are not yet silent and were last heard more than a while before. */
    public void forEachQuiet(Instant now, Duration longerThan, Visitor visitor) {
        long latest = Micros.of(now.minus(longerThan));
        pages.forEach((device, heard, silent) -> {
            if (!silent && heard < latest) {
                visitor.see(device, Micros.instant(heard));
            }
        });
    }

    /** Learns when these devices were heard by other nodes. Call it while they are held. */
    public void learnHeard(BitSet devices) {
        log.lastHeard(devices).forEach((device, micros) -> pages.hear(device, micros, memory(device)));
    }

    /** Learns whose silence was told or ended by other nodes. */
    void learnSilence() {
        BitSet silent = log.silent();
        pages.forEach((device, heard, known) -> {
            if (known != silent.get(device)) {
                pages.silent(device, silent.get(device));
            }
        });
    }

    private void replace(long row, StateChanges changes) {
        changes.memories().forEach((device, memory) -> pages.hear(device, changes.heardMicros(), memory));
        synchronized (changed) {
            changes.memories().keySet().forEach(changed::set);
            logged.add(row);
        }
    }

    /** Notes what has changed since the last time in the devices' rows, so that the log stays short. */
    void note() {
        BitSet devices;
        List<Long> rows;
        synchronized (changed) {
            if (logged.isEmpty()) {
                return;
            }
            devices = (BitSet) changed.clone();
            rows = new ArrayList<>(logged);
            changed.clear();
            logged.clear();
        }
        try {
            log.note(devices.stream().mapToObj(this::noted).toList(), rows);
        } catch (RuntimeException e) {
            synchronized (changed) {
                changed.or(devices);
                logged.addAll(rows);
            }
            throw e;
        }
    }

    private StateLog.Noted noted(int device) {
        return new StateLog.Noted(device, pages.heard(device).orElseThrow(), memory(device));
    }
}
