package org.chengshu.cases.handling;

import static org.chengshu.cases.handling.CaseTable.*;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.cases.clock.ClockKeeper;
import org.chengshu.cases.clock.ClockTerms;
import org.chengshu.cases.clock.ClockTermsBook;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.DispatchDecision;
import org.chengshu.cases.kinds.DispatchRules;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.flow.CityCase;
import org.chengshu.flow.Stage;
import org.chengshu.flow.Standing;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Moves a locked case from stage to stage: deadline, timeline line, event and live word go together. */
@Component
public final class CaseMover {
    private static final Map<Stage, CaseAction> FORWARD = Map.of(
            CityCase.REPORT, CaseAction.REPORT,
            CityCase.ACCEPT, CaseAction.ACCEPT,
            CityCase.FILE, CaseAction.FILE,
            CityCase.DISPATCH, CaseAction.DISPATCH);

    private final CaseStore store;
    private final Timeline timeline;
    private final CaseHerald herald;
    private final DispatchRules rules;
    private final Organisations organisations;
    private final ClockTermsBook terms;
    private final ClockKeeper clocks;
    private final List<CaseCompanion.Ending> endings;

    CaseMover(
            CaseStore store,
            Timeline timeline,
            CaseHerald herald,
            DispatchRules rules,
            Organisations organisations,
            ClockTermsBook terms,
            ClockKeeper clocks,
            List<CaseCompanion.Ending> endings) {
        this.store = store;
        this.timeline = timeline;
        this.herald = herald;
        this.rules = rules;
        this.organisations = organisations;
        this.terms = terms;
        this.clocks = clocks;
        this.endings = List.copyOf(endings);
    }

    /** Moves the case and changes these columns of it with the move. */
    CaseFile move(CaseFile file, CaseKind kind, Stage to, Map<Field<?>, Object> sets, Timeline.Deed deed) {
        return move(file, to, sets, deed, terms.entering(kind, file.severity(), file.stage(), to));
    }

    private CaseFile move(
            CaseFile file, Stage to, Map<Field<?>, Object> sets, Timeline.Deed deed, Map<String, ClockTerms> begun) {
        Map<Field<?>, Object> all = new HashMap<>(sets);
        all.put(STAGE, to.name());
        all.put(STAGE_SINCE, utc(deed.at()));
        if (file.standing(deed.at()) == Standing.OVERDUE) {
            all.put(LATE_STAGES, file.lateStages() + 1);
        }
        CaseFile moved = write(file, to, all, deed, begun);
        herald.moved(file, moved, deed.at());
        return moved;
    }

    /**
     * Makes a locked case that waits one of another kind: time used stays, time allowed becomes the new kind's. From a stage
     * that the kind leaves out the case goes on to the next it has.
     */
    public CaseFile changeKind(CaseFile file, CaseKind kind, Timeline.Deed deed) {
        Stage to = kind.atOrAfter(file.stage());
        Map<Field<?>, Object> sets = new HashMap<>();
        sets.put(KIND, kind.id());
        sets.put(VERIFIED_BY, CaseOpening.verifiedBy(kind));
        Map<String, ClockTerms> becoming = terms.becoming(kind, file.severity(), to);
        if (to.equals(file.stage())) {
            CaseFile changed = write(file, to, sets, deed, becoming);
            herald.touched(changed);
            return changed;
        }
        return move(file, to, sets, deed, becoming);
    }

    /** Makes somebody the handler of a locked case. */
    public CaseFile assign(CaseFile file, Viewer handler, Timeline.Deed deed) {
        Map<Field<?>, Object> sets = new HashMap<>();
        sets.put(HANDLER_ID, handler.accountId());
        sets.put(HANDLER, handler.displayName());
        return note(file, sets, deed);
    }

    /** Gives a locked case another category, or none. */
    public CaseFile categorise(CaseFile file, Optional<String> code, Timeline.Deed deed) {
        Map<Field<?>, Object> sets = new HashMap<>();
        sets.put(CATEGORY, code.orElse(null));
        return note(file, sets, deed);
    }

    /** Puts a locked case aside into another stage, or back from there; its clocks stand meanwhile. */
    public CaseFile shift(CaseFile file, Stage to, Map<Field<?>, Object> sets, Timeline.Deed deed) {
        Map<Field<?>, Object> all = new HashMap<>(sets);
        all.put(STAGE, to.name());
        CaseFile shifted = write(file, to, all, deed, Map.of());
        herald.moved(file, shifted, deed.at());
        return shifted;
    }

    private CaseFile write(
            CaseFile file, Stage to, Map<Field<?>, Object> sets, Timeline.Deed deed, Map<String, ClockTerms> begun) {
        timeline.add(file.id(), file.stage(), to, deed, begun);
        Map<Field<?>, Object> all = new HashMap<>(sets);
        all.putAll(clocks.keep(file.id(), file.historical()));
        CaseFile changed = store.change(file.id(), all);
        if (to.equals(CityCase.CLOSE) && !file.closed()) {
            endings.forEach(ending -> ending.ended(changed, deed));
        }
        return changed;
    }

    /** Reckons the clocks of a locked case anew. */
    public void reclock(CaseFile file) {
        herald.touched(store.change(file.id(), clocks.keep(file.id(), file.historical())));
    }

    /** As {@link #reclock}, and nobody is told any more of what has passed. */
    public void reclockQuietly(CaseFile file) {
        store.change(file.id(), clocks.keepQuietly(file.id(), file.historical()));
    }

    /** Writes a line without moving the case. */
    public CaseFile note(CaseFile file, Timeline.Deed deed) {
        return note(file, Map.of(), deed);
    }

    CaseFile note(CaseFile file, Map<Field<?>, Object> sets, Timeline.Deed deed) {
        CaseFile changed = write(file, file.stage(), sets, deed, Map.of());
        herald.touched(changed);
        return changed;
    }

    CaseFile dispatch(
            CaseFile file, CaseKind kind, Organisation department, Optional<String> handler, Timeline.Deed deed) {
        Map<Field<?>, Object> sets = new HashMap<>();
        sets.put(DEPARTMENT, department.code());
        sets.put(DEPARTMENT_PATH, department.path());
        sets.put(HANDLER_ID, null);
        sets.put(HANDLER, handler.orElse(null));
        Map<String, Object> values = new HashMap<>(deed.values());
        values.put("department", department.code());
        return move(file, kind, kind.after(CityCase.DISPATCH), sets, deed.with(values));
    }

    /** Gives a case that is in work to another department; its clocks run on. */
    public CaseFile handOver(CaseFile file, Organisation department, Timeline.Deed deed) {
        Map<Field<?>, Object> sets = new HashMap<>();
        sets.put(DEPARTMENT, department.code());
        sets.put(DEPARTMENT_PATH, department.path());
        sets.put(HANDLER_ID, null);
        sets.put(HANDLER, null);
        return note(file, sets, deed);
    }

    /** Sends a case back to work because its alarm came back; to its department, or to whoever the rules name. */
    public CaseFile backToWork(CaseFile file, CaseKind kind, Timeline.Deed deed) {
        Map<Field<?>, Object> sets = new HashMap<>();
        sets.put(HANDLED_AT, null);
        boolean lacksDepartment = file.department().isEmpty() && kind.stages().contains(CityCase.DISPATCH);
        CaseFile back = move(file, kind, lacksDepartment ? CityCase.DISPATCH : CityCase.HANDLE, sets, deed);
        return lacksDepartment ? advance(back, kind, deed.at()) : back;
    }

    /** Nobody else can verify this locked case any more, so an officer does. */
    public CaseFile leaveToOfficer(CaseFile file, Timeline.Deed deed) {
        return note(file, Map.of(VERIFIED_BY, "officer"), deed);
    }

    /** Counts one more reopening and forgets the closure that it undoes; the closure's own row stays. */
    CaseFile counted(CaseFile file) {
        Map<Field<?>, Object> sets = new HashMap<>();
        sets.put(REOPENED, file.reopened() + 1);
        sets.put(CLOSED_AT, null);
        sets.put(CLOSED_BY, null);
        return store.change(file.id(), sets);
    }

    CaseFile advance(CaseFile file, CaseKind kind, Instant at) {
        return advance(file, kind, at, Optional.empty());
    }

    /** Passes the early stages that the kind leaves to the platform, as far as a known department or the rules carry. */
    public CaseFile advance(CaseFile file, CaseKind kind, Instant at, Optional<String> known) {
        CaseFile here = file;
        while (kind.automatic().contains(here.stage())) {
            Timeline.Deed deed = Timeline.Deed.of(FORWARD.get(here.stage()), Actor.PLATFORM, at);
            if (here.stage().equals(CityCase.DISPATCH)) {
                Optional<Organisation> asked = known.flatMap(organisations::find);
                DispatchDecision decision = rules.decide(
                        file.kind(), file.areaPath(), file.severity().level());
                Optional<Organisation> department =
                        asked.or(() -> decision.department().flatMap(organisations::find));
                if (department.isEmpty()) {
                    return here;
                }
                Timeline.Deed told = asked.isPresent() ? deed : deed.with(decision.values());
                here = dispatch(here, kind, department.get(), Optional.empty(), told);
            } else {
                here = move(here, kind, kind.after(here.stage()), Map.of(), deed);
            }
        }
        return here;
    }
}
