package org.chengshu.cases.deadline;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.calendar.WorkCalendars;
import org.chengshu.cases.clock.CaseClocks;
import org.chengshu.cases.clock.ClockKeeper;
import org.chengshu.cases.clock.ClockLine;
import org.chengshu.cases.clock.ClockRequest;
import org.chengshu.cases.clock.ClockTerms;
import org.chengshu.cases.clock.StageClock;
import org.chengshu.cases.handling.Actor;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseMover;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.Timeline.Deed;
import org.chengshu.cases.kinds.ClockPlan;
import org.chengshu.cases.kinds.TimeLimit;
import org.chengshu.core.access.Duties;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/**
 * Stops the clocks of a case and gives it more time: whoever works on it asks, an officer who is somebody else decides. Each
 * is a line of the case's history, of which its clocks are read.
 */
@Component
final class ClockDesk {
    private static final int MOST_EXTENSIONS = 2;
    private static final Duties DECIDING = Duties.of(Text.of("审批该时限申请", "decide on this request"));
    private static final Text ASKER = Text.of("申请人", "whoever asked");

    private final CaseStore store;
    private final CaseMover mover;
    private final ClockKeeper clocks;
    private final ClockBook book;
    private final WorkCalendars calendars;
    private final Transactions transactions;
    private final Clock clock;

    ClockDesk(
            CaseStore store,
            CaseMover mover,
            ClockKeeper clocks,
            ClockBook book,
            WorkCalendars calendars,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.mover = mover;
        this.clocks = clocks;
        this.book = book;
        this.calendars = calendars;
        this.transactions = transactions;
        this.clock = clock;
    }

    CaseFile ask(CaseId id, Wish wish, Viewer viewer) {
        return transactions.call(() -> {
            CaseFile file = store.lock(id, viewer.scope(CaseRights.READ));
            CaseRights.requireWork(file, viewer);
            checkOpen(file);
            CaseClocks now = clocks.replay(id);
            if (now.asked(wish.what()).isPresent()) {
                throw new Fault(CaseError.CLOCK_NOT_NOW, "such a request waits for its decision already");
            }
            Deed deed = deed(
                    wish.what() == ClockRequest.What.SUSPEND ? CaseAction.ASK_SUSPEND : CaseAction.ASK_EXTEND,
                    viewer,
                    wish.reason());
            return mover.note(file, wish.what() == ClockRequest.What.SUSPEND ? stop(now, deed) : more(now, wish, deed));
        });
    }

    private static void checkOpen(CaseFile file) {
        if (file.closed()) {
            throw new Fault(CaseError.CASE_ALREADY_CLOSED, file.number() + " is closed");
        }
    }

    private static Deed stop(CaseClocks now, Deed deed) {
        if (now.suspendedSince().isPresent()) {
            throw new Fault(CaseError.CLOCK_NOT_NOW, "the clocks stand already");
        }
        return deed;
    }

    private static Deed more(CaseClocks now, Wish wish, Deed deed) {
        StageClock current = timed(now);
        if (current.extensions() >= MOST_EXTENSIONS) {
            throw new Fault(
                    CaseError.CLOCK_NOT_NOW, "this stage has been extended " + MOST_EXTENSIONS + " times already");
        }
        TimeLimit more = limit(wish.more(), current.terms());
        return deed.with(Map.of(ClockLine.MORE, more.text()));
    }

    private static StageClock timed(CaseClocks now) {
        return now.current()
                .filter(clock -> clock.allowed().isPresent())
                .orElseThrow(() -> new Fault(CaseError.CLOCK_NOT_NOW, "nothing is due in stage " + now.stage()));
    }

    private static TimeLimit limit(Optional<String> text, ClockTerms terms) {
        return text.flatMap(time -> TimeLimit.read(time, terms.working()))
                .orElseThrow(() -> new Fault(
                        CaseError.CLOCK_REQUEST_WRONG,
                        "more is a time such as P2D or PT4H, at most ten years, not " + text.orElse("missing")));
    }

    CaseFile decide(CaseId id, long seq, Verdict verdict, Viewer viewer) {
        return transactions.call(() -> {
            CaseFile file = store.lock(id, viewer.scope(CaseRights.READ));
            CaseRights.requireDispatch(file, viewer);
            CaseClocks now = clocks.replay(id);
            ClockRequest request = now.requests().stream()
                    .filter(one -> one.seq() == seq)
                    .findFirst()
                    .orElseThrow(() -> new Fault(CaseError.CLOCK_REQUEST_UNKNOWN, "there is no request " + seq));
            if (request.state() != ClockRequest.State.ASKED) {
                throw new Fault(
                        CaseError.CLOCK_NOT_NOW,
                        "request " + seq + " is " + request.state().word());
            }
            Collection<UUID> asker = book.askerOf(id, seq).stream().toList();
            DECIDING.notBy(ASKER, asker).require(viewer);
            return mover.note(file, decision(now, request, verdict, viewer));
        });
    }

    private Deed decision(CaseClocks now, ClockRequest request, Verdict verdict, Viewer viewer) {
        Map<String, Object> values = new HashMap<>(Map.of(ClockLine.REQUEST, request.seq()));
        if (!verdict.granted()) {
            return deed(CaseAction.REFUSE, viewer, Optional.of(reason(verdict.reason())))
                    .with(values);
        }
        if (request.what() == ClockRequest.What.EXTEND) {
            Optional<String> more = verdict.more().or(request::more);
            limit(more, timed(now).terms());
            values.put(ClockLine.MORE, more.orElseThrow());
            now.current().flatMap(clock -> seconds(clock, more)).ifPresent(s -> values.put(ClockLine.STAGE_SECONDS, s));
            now.find(ClockPlan.WHOLE)
                    .flatMap(clock -> seconds(clock, more))
                    .ifPresent(s -> values.put(ClockLine.WHOLE_SECONDS, s));
        }
        return deed(CaseAction.GRANT, viewer, verdict.reason()).with(values);
    }

    private Optional<Long> seconds(StageClock clock, Optional<String> more) {
        ClockTerms terms = clock.terms();
        Duration workday = calendars.workday(terms.calendar());
        return clock.allowed().map(_ -> limit(more, terms).allowed(workday).toSeconds());
    }

    CaseFile resume(CaseId id, Optional<String> reason, Viewer viewer) {
        return transactions.call(() -> {
            CaseFile file = store.lock(id, viewer.scope(CaseRights.READ));
            CaseRights.requireWork(file, viewer);
            if (clocks.replay(id).suspendedSince().isEmpty()) {
                throw new Fault(CaseError.CLOCK_NOT_NOW, "the clocks run");
            }
            return mover.note(file, deed(CaseAction.RESUME, viewer, Optional.of(reason(reason))));
        });
    }

    private Deed deed(CaseAction action, Viewer viewer, Optional<String> reason) {
        return Deed.of(action, Actor.of(viewer), clock.instant()).noting(reason);
    }

    private static String reason(Optional<String> words) {
        return words.map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new Fault(CaseError.CASE_REASON_MISSING, "reason is missing"));
    }

    /** What somebody asks for; of {@code more} only for more time. */
    record Wish(ClockRequest.What what, Optional<String> more, Optional<String> reason) {
        static Wish of(Optional<String> what, Optional<String> more, Optional<String> reason) {
            ClockRequest.What which = List.of(ClockRequest.What.values()).stream()
                    .filter(one -> one.word().equals(what.orElse("")))
                    .findFirst()
                    .orElseThrow(() -> new Fault(
                            CaseError.CLOCK_REQUEST_WRONG, "what is suspend or extend, not " + what.orElse("missing")));
            return new Wish(which, more, Optional.of(ClockDesk.reason(reason)));
        }
    }

    /** An officer's word on a request; he may grant another time than was asked for. */
    record Verdict(boolean granted, Optional<String> more, Optional<String> reason) {}
}
