package org.chengshu.cases.evaluation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.calendar.WorkCalendars;
import org.chengshu.cases.clock.ClockHistory;
import org.chengshu.cases.clock.ClockLine;
import org.chengshu.cases.clock.ClockReplay;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Computes evaluations: reads the histories of all cases of a range in batches, keeps what counts, then adds it up. */
@Component
class EvaluationRun {
    private static final Text TITLE = Text.of("综合评价", "Evaluate the handling of cases");
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int BATCH = 500;

    private final DSLContext db;
    private final EvaluationSchemes schemes;
    private final EvaluationBook book;
    private final EvaluationMarks marks;
    private final EvaluationTotals totals;
    private final ClockHistory histories;
    private final WorkCalendars calendars;
    private final Jobs jobs;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Clock clock;
    private final JobKind<Input> kind;

    EvaluationRun(
            DSLContext db,
            EvaluationSchemes schemes,
            EvaluationBook book,
            EvaluationMarks marks,
            EvaluationTotals totals,
            ClockHistory histories,
            WorkCalendars calendars,
            Jobs jobs,
            Transactions transactions,
            JsonMapper json,
            Clock clock) {
        this.db = db;
        this.schemes = schemes;
        this.book = book;
        this.marks = marks;
        this.totals = totals;
        this.histories = histories;
        this.calendars = calendars;
        this.jobs = jobs;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
        this.kind =
                JobKind.of("cases.evaluation", TITLE, Input.class, this::run).atOnce(1);
    }

    JobKind<Input> kind() {
        return kind;
    }

    /** Queues the computation; a range that is not over ends now. */
    Started start(String scheme, DayRange asked, Viewer viewer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!asked.from().isBefore(now)) {
            throw new Fault(CaseError.EVALUATION_WRONG, "the range has not begun yet");
        }
        if (Duration.between(asked.from(), asked.to()).compareTo(LONGEST) > 0) {
            throw new Fault(CaseError.EVALUATION_WRONG, "a range has at most 366 days");
        }
        DayRange range = new DayRange(asked.from(), asked.to().isAfter(now) ? now : asked.to());
        JsonNode spec = schemes.get(scheme);
        return transactions.call(() -> {
            UUID id = Ids.at(now);
            book.begin(id, scheme, spec.toString(), range, now, viewer.displayName());
            return new Started(
                    id,
                    jobs.queue(JobOrder.of(kind, TITLE, new Input(id), viewer)).id());
        });
    }

    private JsonNode run(Input input, JobRun run) {
        Evaluation evaluation = book.get(input.evaluation());
        DayRange range = new DayRange(evaluation.from(), evaluation.to());
        Done done = run.checkpoint(Done.class).orElse(new Done(Optional.empty(), 0));
        int total = count(range);
        while (true) {
            if (run.cancelled()) {
                book.discard(input.evaluation());
                return json.valueToTree(done);
            }
            List<Record> next = cases(range, done.after());
            if (next.isEmpty()) {
                break;
            }
            done = judge(evaluation.id(), range, next, done, run);
            run.at(done.cases(), total, TITLE);
        }
        return json.valueToTree(transactions.call(() -> {
            EvaluationTotals.Outcome outcome = totals.write(evaluation.id(), range.to());
            UUID kept = book.end(evaluation.id(), outcome.digest(), outcome.cases(), clock.instant());
            return new Result(kept, !kept.equals(evaluation.id()), outcome.cases(), outcome.digest());
        }));
    }

    private Done judge(UUID evaluation, DayRange range, List<Record> batch, Done done, JobRun run) {
        Map<UUID, List<ClockLine>> lines = histories.ofAll(
                batch.stream().map(row -> row.get("id", UUID.class)).toList());
        List<CaseMark> found = new ArrayList<>();
        for (Record row : batch) {
            UUID id = row.get("id", UUID.class);
            JudgedCase one = new JudgedCase(
                    id,
                    row.get("area_path", String.class),
                    Optional.ofNullable(row.get("department", String.class)),
                    lines.getOrDefault(id, List.of()));
            found.addAll(CaseJudge.marks(one, calendars(range), range));
        }
        Done now = new Done(Optional.of(batch.getLast().get("id", UUID.class)), done.cases() + batch.size());
        transactions.run(() -> {
            marks.add(evaluation, found);
            run.keep(now);
        });
        return now;
    }

    // A clock that still runs is judged by the calendar of the range's end, whatever was announced later.
    private ClockReplay.Calendars calendars(DayRange range) {
        return (id, at) -> calendars.at(id, at.orElse(range.to()));
    }

    private List<Record> cases(DayRange range, Optional<UUID> after) {
        return db.fetch(
                "select id, area_path, department from cs_cases.case_file where id > cast(? as uuid) and " + WHICH
                        + " order by id limit ?",
                after.orElse(new UUID(0, 0)),
                range.to(),
                range.from(),
                range.from(),
                range.to(),
                BATCH);
    }

    private int count(DayRange range) {
        return db.fetchSingle(
                        "select count(*) as n from cs_cases.case_file where " + WHICH,
                        range.to(),
                        range.from(),
                        range.from(),
                        range.to())
                .get("n", Integer.class);
    }

    private static final String WHICH = """
            opened_at < cast(? as timestamptz) and (closed_at is null or closed_at >= cast(? as timestamptz)
                or id in (select case_id from cs_cases.step
                    where action in ('check-passed', 'check-failed', 'false-closure')
                        and at >= cast(? as timestamptz) and at < cast(? as timestamptz)))
            """;

    /** Which evaluation to compute. */
    record Input(UUID evaluation) {}

    /** How far it is. */
    record Done(Optional<UUID> after, int cases) {}

    /** The evaluation that stands, and whether that is an earlier one which told the same. */
    record Result(UUID evaluation, boolean same, int cases, String digest) {}

    record Started(UUID evaluation, UUID job) {}
}
