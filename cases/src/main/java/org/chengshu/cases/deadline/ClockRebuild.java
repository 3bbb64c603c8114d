package org.chengshu.cases.deadline;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.calendar.WorkCalendars;
import org.chengshu.cases.handling.CaseMover;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes kept clocks anew from the histories of their cases: of all open ones when a calendar has changed, and of those from
 * before clocks were kept. Nobody is told of what has passed by then.
 */
@Component
class ClockRebuild {
    private static final Text TITLE = Text.of("重算案件时限", "Reckon the clocks of cases anew");
    private static final int BATCH = 200;

    private final ClockBook book;
    private final CaseStore store;
    private final CaseMover mover;
    private final WorkCalendars calendars;
    private final Jobs jobs;
    private final Transactions transactions;
    private final JsonMapper json;
    private final JobKind<Input> kind;

    ClockRebuild(
            ClockBook book,
            CaseStore store,
            CaseMover mover,
            WorkCalendars calendars,
            Jobs jobs,
            Transactions transactions,
            JsonMapper json) {
        this.book = book;
        this.store = store;
        this.mover = mover;
        this.calendars = calendars;
        this.jobs = jobs;
        this.transactions = transactions;
        this.json = json;
        this.kind = JobKind.of("cases.clocks", TITLE, Input.class, this::run).atOnce(1);
    }

    JobKind<Input> kind() {
        return kind;
    }

    /** Queues the work when a calendar differs from its last revision, or a case has no clocks yet. */
    void look() {
        transactions.run(() -> {
            if (calendars.refreshAll()) {
                jobs.queue(order(true));
            }
            // Of one first case one job, however long it waits.
            book.after(Optional.empty(), false, 1)
                    .forEach(first -> jobs.queue(order(false).once("cases.clocks " + first)));
        });
    }

    private JobOrder<Input> order(boolean open) {
        return JobOrder.of(kind, TITLE, new Input(open), Viewer.system());
    }

    private JsonNode run(Input input, JobRun run) {
        Done done = run.checkpoint(Done.class).orElse(new Done(Optional.empty(), 0));
        while (!run.cancelled()) {
            List<CaseId> next = book.after(done.after(), input.open(), BATCH);
            if (next.isEmpty()) {
                break;
            }
            done = new Done(Optional.of(next.getLast().value()), done.cases() + next.size());
            Done kept = done;
            transactions.run(() -> {
                next.forEach(id -> mover.reclockQuietly(store.lock(id)));
                run.keep(kept);
            });
        }
        return json.valueToTree(done);
    }

    /** Of all open cases, or of those that have no clocks. */
    record Input(boolean open) {}

    /** How far the work is. */
    record Done(Optional<UUID> after, long cases) {}
}
