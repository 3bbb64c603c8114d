package org.chengshu.core.jobs.internal;

import java.time.Duration;
import java.util.UUID;
import org.chengshu.core.jobs.JobProgress;
import org.chengshu.kernel.Text;

/** Keeps the latest word of a job and writes it seldom enough that telling it costs nothing. */
final class RunningJob implements JobProgress {
    private static final long PAUSE_NANOS = Duration.ofMillis(250).toNanos();

    private final UUID id;
    private final JobStore store;
    private volatile boolean cancelled;
    private volatile Thread thread;
    private Progress latest;
    private boolean written = true;
    private long writtenAt = System.nanoTime() - PAUSE_NANOS;

    RunningJob(UUID id, JobStore store) {
        this.id = id;
        this.store = store;
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
        return cancelled;
    }

    synchronized void flush() {
        if (!written) {
            store.progress(id, latest.done(), latest.total(), latest.message());
            written = true;
            writtenAt = System.nanoTime();
        }
    }

    void cancel() {
        cancelled = true;
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
