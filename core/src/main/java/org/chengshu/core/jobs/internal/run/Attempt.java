package org.chengshu.core.jobs.internal.run;

import java.time.Clock;
import java.util.Optional;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobState;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does the work of a claimed job and writes how it came out. */
@Component
final class Attempt {
    private static final int FIRST_OF_OURS = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final JobStore store;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Clock clock;

    Attempt(JobStore store, Transactions transactions, JsonMapper json, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    <I> void run(JobKind<I> kind, RunningJob job) {
        try {
            JsonNode result = kind.task().run(input(kind, job.claim()), job);
            write(job, () -> ended(kind, job, Optional.ofNullable(result)));
        } catch (RuntimeException | Error e) {
            write(job, () -> threw(kind, job, e));
        }
    }

    private <I> I input(JobKind<I> kind, Claim claim) {
        return json.readValue(claim.input().orElse("{}"), kind.input());
    }

    private void ended(JobKind<?> kind, RunningJob job, Optional<JsonNode> result) {
        job.flush();
        switch (job.ending()) {
            case NONE -> store.end(job.claim(), JobState.DONE, "done", Optional.empty(), result);
            case CANCELLED -> store.end(job.claim(), JobState.CANCELLED, "cancelled", Optional.empty(), result);
            case NODE_STOPS -> store.again(job.claim(), "released", Optional.empty(), clock.instant(), true);
            case TOO_LONG -> failed(kind, job, tooLong(kind), true);
            case LOST -> LOG.info("job {} was taken up elsewhere", job.id());
        }
    }

    private void threw(JobKind<?> kind, RunningJob job, Throwable cause) {
        switch (job.ending()) {
            case NONE -> {
                LOG.warn("job {} ({}) failed at attempt {}", job.id(), kind.name(), job.attempt(), cause);
                failed(kind, job, reason(job, cause), mayPass(cause));
            }
            case CANCELLED -> {
                LOG.info("job {} ({}) was cancelled: {}", job.id(), kind.name(), cause.toString());
                store.end(job.claim(), JobState.CANCELLED, "cancelled", Optional.empty(), Optional.empty());
            }
            default -> ended(kind, job, Optional.empty());
        }
    }

    private void failed(JobKind<?> kind, RunningJob job, Text error, boolean again) {
        Claim claim = job.claim();
        if (again && claim.attempt() < claim.attempts()) {
            int failed = kind.retry().attempts() - (claim.attempts() - claim.attempt());
            store.again(
                    claim,
                    "failed",
                    Optional.of(error),
                    clock.instant().plus(kind.retry().pauseAfter(Math.max(1, failed))),
                    false);
        } else {
            store.end(claim, JobState.FAILED, "failed", Optional.of(error), Optional.empty());
        }
    }

    /** A job whose work did not hear that its time is over. */
    void giveUp(JobKind<?> kind, RunningJob job) {
        LOG.error("job {} ({}) does not end though its time is over", job.id(), kind.name());
        write(
                job,
                () -> store.end(job.claim(), JobState.FAILED, "failed", Optional.of(tooLong(kind)), Optional.empty()));
    }

    private void write(RunningJob job, Runnable words) {
        // What told the work to end must not keep its end from being written.
        Thread.interrupted();
        try {
            transactions.run(words);
        } catch (RuntimeException e) {
            LOG.warn("the end of job {} could not be kept; it is taken up again: {}", job.id(), e.toString());
        }
    }

    /** What the caller can mend does not mend itself. */
    private static boolean mayPass(Throwable cause) {
        return !(cause instanceof Fault fault) || fault.code().status() >= FIRST_OF_OURS;
    }

    private static Text tooLong(JobKind<?> kind) {
        String limit = kind.timeout().toString();
        return Text.of("超过时限 " + limit, "it took longer than " + limit);
    }

    /** What went wrong inside is for the log; what the caller can mend is in a fault. */
    static Text reason(RunningJob job, Throwable cause) {
        if (cause instanceof Fault fault) {
            return Text.of(fault.code().title().zh() + "：" + fault.getMessage(), fault.getMessage());
        }
        return Text.of(
                "系统内部错误，日志中按作业号 " + job.id() + " 查找",
                "Something went wrong on our side; look for job " + job.id() + " in the log");
    }
}
