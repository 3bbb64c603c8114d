package org.chengshu.core.jobs.internal.run;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.chengshu.core.CoreError;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the latest word of a job and writes it seldom enough that telling it costs nothing. */
final class RunningJob implements JobRun {
    private static final long PAUSE_NANOS = Duration.ofMillis(250).toNanos();
    private static final int LONGEST_CHECKPOINT = 1 << 20;

    private final Claim claim;
    private final JobStore store;
    private final JsonMapper json;
    private final AtomicReference<Ending> ending = new AtomicReference<>(Ending.NONE);
    private final long startedNanos = System.nanoTime();
    private volatile Thread thread;
    private Progress latest;
    private boolean written = true;
    private long writtenAt = System.nanoTime() - PAUSE_NANOS;

    RunningJob(Claim claim, JobStore store, JsonMapper json) {
        this.claim = claim;
        this.store = store;
        this.json = json;
    }

    Claim claim() {
        return claim;
    }

    @Override
    public UUID id() {
        return claim.id();
    }

    @Override
    public int attempt() {
        return claim.attempt();
    }

    @Override
    public UUID startedBy() {
        return claim.startedBy();
    }

    @Override
    public <T> Optional<T> checkpoint(Class<T> type) {
        return claim.checkpoint().map(text -> json.readValue(text, type));
    }

    @Override
    public void keep(Object checkpoint) {
        String text = json.writeValueAsString(checkpoint);
        if (text.length() > LONGEST_CHECKPOINT) {
            throw new IllegalArgumentException(
                    "a checkpoint has at most " + LONGEST_CHECKPOINT + " characters, not " + text.length());
        }
        if (ending.get() == Ending.LOST || !store.keep(claim, text)) {
            ending.set(Ending.LOST);
            throw new Fault(CoreError.CONFLICT, "job " + claim.id() + " is no longer held by this node");
        }
    }

    @Override
    public void note(Text line) {
        store.note(claim, line);
    }

    @Override
    public synchronized void at(long done, long total, Text message) {
        latest = new Progress(done, total, message);
        written = false;
        if (System.nanoTime() - writtenAt >= PAUSE_NANOS) {
            flush();
        }
    }

    @Override
    public boolean cancelled() {
        return ending.get() != Ending.NONE;
    }

    /** Leaves it for later while a transaction of the job holds its row. */
    synchronized void flush() {
        if (!written && store.progress(claim, latest.done(), latest.total(), latest.message())) {
            written = true;
            writtenAt = System.nanoTime();
        }
    }

    Ending ending() {
        return ending.get();
    }

    boolean end(Ending why) {
        return ending.compareAndSet(Ending.NONE, why);
    }

    /** Wakes work that sleeps or waits. */
    void interrupt() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    void runsOn(Thread started) {
        thread = started;
    }

    void awaitEnd(Duration patience) throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            running.join(patience);
        }
    }

    private record Progress(long done, long total, Text message) {}
}
