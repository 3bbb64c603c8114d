package org.chengshu.data.library.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.kernel.Text;

/** A job's run without the queue, which can die after so many checkpoints or hear that it is cancelled. */
final class HandRun implements JobRun {
    private final List<Object> kept;
    private final int stopAfter;
    private int questionsLeft;

    HandRun() {
        this(new ArrayList<>(), Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    private HandRun(List<Object> kept, int stopAfter, int questionsLeft) {
        this.kept = kept;
        this.stopAfter = stopAfter;
        this.questionsLeft = questionsLeft;
    }

    static HandRun dyingAfter(int checkpoints) {
        return new HandRun(new ArrayList<>(), checkpoints, Integer.MAX_VALUE);
    }

    /** Hears that it is cancelled once it has asked so many times in vain. */
    static HandRun cancelledAfter(int questions) {
        return new HandRun(new ArrayList<>(), Integer.MAX_VALUE, questions);
    }

    /** The next attempt at the same job. */
    HandRun again() {
        return new HandRun(kept, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public UUID id() {
        return new UUID(1, 1);
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public UUID startedBy() {
        return new UUID(0, 0);
    }

    @Override
    public <T> Optional<T> checkpoint(Class<T> type) {
        return kept.isEmpty() ? Optional.empty() : Optional.of(type.cast(kept.getLast()));
    }

    @Override
    public void keep(Object checkpoint) {
        if (kept.size() >= stopAfter) {
            throw new IllegalStateException("the node died");
        }
        kept.add(checkpoint);
    }

    @Override
    public void note(Text line) {}

    @Override
    public void at(long done, long total, Text message) {}

    @Override
    public boolean cancelled() {
        return questionsLeft-- <= 0;
    }
}
