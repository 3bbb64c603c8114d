package org.chengshu.sense.derived;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.kernel.Text;
import org.chengshu.sense.codec.Micros;
import org.chengshu.sense.derived.reckon.Derivation;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.store.Bucket;
import org.chengshu.sense.store.ReadingStore;
import org.springframework.stereotype.Component;

/**
 * Works a derived series out over all that is stored, day by day; the values that were there stay until their day is done.
 * It goes on from its checkpoint, and ends at once when the series is worded anew, for which there is another job.
 */
@Component
final class BackFill {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration FURTHEST = Duration.ofDays(3_660);
    private static final int CHECK_EVERY = 50;

    private final DerivedStore store;
    private final DeviceRegistry registry;
    private final ReadingStore readings;
    private final Recomputation recomputation;
    private final Clock clock;

    BackFill(
            DerivedStore store,
            DeviceRegistry registry,
            ReadingStore readings,
            Recomputation recomputation,
            Clock clock) {
        this.store = store;
        this.registry = registry;
        this.readings = readings;
        this.recomputation = recomputation;
        this.clock = clock;
    }

    /** What a job is given. */
    record Input(String derived) {}

    /** Which version it works out, and the last day (since the epoch) and device that are done. */
    record Checkpoint(int version, long day, int device, long written) {}

    /**
     * What came of it.
     *
     * @param written values that are others now, or new, or gone
     * @param superseded whether it was worded anew meanwhile
     */
    record Report(int version, int devices, long written, boolean superseded) {}

    /** What there is to do: the devices that have readings of each day, and how many parts that makes. */
    private record Work(
            Derivation derivation, int version, int devices, Map<Long, List<KnownDevice>> days, long parts) {}

    Report run(Derivation derivation, int version, JobRun run) throws InterruptedException {
        Optional<Checkpoint> former = run.checkpoint(Checkpoint.class).filter(found -> found.version() == version);
        Instant begun = clock.instant();
        Work work = look(derivation, version, begun);
        Progress progress = new Progress(former.orElse(new Checkpoint(version, Long.MIN_VALUE, 0, 0)));
        boolean whole = days(work, progress, run);
        if (whole) {
            whole = lastDays(work, begun, progress, run);
        }
        if (whole) {
            store.complete(derivation.id(), version);
        }
        return new Report(version, work.devices(), progress.written, store.version(derivation.id()) != version);
    }

    private static final class Progress {
        private final Checkpoint former;
        private long done;
        private long written;

        Progress(Checkpoint former) {
            this.former = former;
            this.written = former.written();
        }

        boolean isDone(long day, KnownDevice device) {
            return day < former.day() || (day == former.day() && device.id() <= former.device());
        }
    }

    private Work look(Derivation derivation, int version, Instant now) {
        Map<Long, List<KnownDevice>> days = new HashMap<>();
        int devices = 0;
        long parts = 0;
        for (KnownDevice device : registry.all()) {
            if (device.product().id().equals(derivation.product())) {
                devices++;
                for (long day : days(derivation, device, now)) {
                    days.computeIfAbsent(day, one -> new ArrayList<>()).add(device);
                    parts++;
                }
            }
        }
        return new Work(derivation, version, devices, days, parts);
    }

    /** The days (UTC) on which its sources or itself have readings. */
    private Set<Long> days(Derivation derivation, KnownDevice device, Instant now) {
        TreeSet<Long> days = new TreeSet<>();
        List<String> series = new ArrayList<>(derivation.sources());
        series.add(derivation.property());
        Instant end = now.truncatedTo(ChronoUnit.DAYS).plus(DAY).plus(DAY);
        ReadingStore.Span all = new ReadingStore.Span(end.minus(FURTHEST), end, DAY);
        for (String one : series) {
            int place = device.placeOf(one);
            if (place >= 0) {
                for (Bucket bucket :
                        readings.buckets(device.seriesAt(place), all, Instant.EPOCH, (int) FURTHEST.toDays() + 1)) {
                    days.add(bucket.time().getEpochSecond() / DAY.toSeconds());
                }
            }
        }
        return days;
    }

    private boolean days(Work work, Progress progress, JobRun run) throws InterruptedException {
        for (long day : new TreeSet<>(work.days().keySet())) {
            OthersRead read = new OthersRead(readings);
            for (KnownDevice device : work.days().get(day)) {
                if (!progress.isDone(day, device)) {
                    if (progress.done % CHECK_EVERY == 0 && isOver(work, run)) {
                        return false;
                    }
                    long low = day * DAY.toSeconds() * 1_000_000;
                    progress.written += recomputation.run(
                            work.derivation(), device, low, low + DAY.toSeconds() * 1_000_000 - 1, read);
                    if (progress.done % CHECK_EVERY == 0) {
                        run.keep(new Checkpoint(work.version(), day, device.id(), progress.written));
                    }
                }
                progress.done++;
                run.at(progress.done, work.parts(), words(day, device));
            }
        }
        return true;
    }

    /** What came while it ran, and was worked out as it was worded before. */
    private boolean lastDays(Work work, Instant begun, Progress progress, JobRun run) throws InterruptedException {
        long low = Micros.of(begun.minus(DAY));
        OthersRead read = new OthersRead(readings);
        for (KnownDevice device : registry.all()) {
            if (device.product().id().equals(work.derivation().product())) {
                if (isOver(work, run)) {
                    return false;
                }
                progress.written += recomputation.run(
                        work.derivation(),
                        device,
                        low,
                        Micros.of(clock.instant().plus(DAY)),
                        read);
            }
        }
        return true;
    }

    private boolean isOver(Work work, JobRun run) {
        return run.cancelled() || store.version(work.derivation().id()) != work.version();
    }

    private static Text words(long day, KnownDevice device) {
        String date = LocalDate.ofEpochDay(day).toString();
        return Text.of("回填 " + date + "，" + device.code(), "Filling " + date + ", " + device.code());
    }
}
