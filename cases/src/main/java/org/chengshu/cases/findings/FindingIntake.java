package org.chengshu.cases.findings;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.Actor;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseClosing;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseMover;
import org.chengshu.cases.handling.CaseOpening;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.CaseSubject;
import org.chengshu.cases.handling.NewCase;
import org.chengshu.cases.handling.Timeline.Deed;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.cases.kinds.CaseOpeners;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.data.DataFinding;
import org.chengshu.data.DataFindings;
import org.chengshu.data.FindingRaised;
import org.chengshu.data.FindingSettled;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/**
 * Decides what a finding means to the cases: its open case hears of it, the one closed just before is taken up again, or a
 * new one is opened with the department that owns the dataset. A run that passes closes it, and is the evidence.
 */
@Component
final class FindingIntake {
    static final String SUBJECT = "finding";
    private static final String WHOLE_CITY = "/";

    private final DataFindings findings;
    private final CaseFindings joined;
    private final CaseOpeners openers;
    private final CaseKinds kinds;
    private final CaseStore store;
    private final CaseOpening opening;
    private final CaseClosing closing;
    private final CaseMover mover;
    private final Organisations organisations;
    private final Areas areas;
    private final Clock clock;

    FindingIntake(
            DataFindings findings,
            CaseFindings joined,
            CaseOpeners openers,
            CaseKinds kinds,
            CaseStore store,
            CaseOpening opening,
            CaseClosing closing,
            CaseMover mover,
            Organisations organisations,
            Areas areas,
            Clock clock) {
        this.findings = findings;
        this.joined = joined;
        this.openers = openers;
        this.kinds = kinds;
        this.store = store;
        this.opening = opening;
        this.closing = closing;
        this.mover = mover;
        this.organisations = organisations;
        this.areas = areas;
        this.clock = clock;
    }

    void raised(FindingRaised event) {
        Optional<CaseKind> kind =
                openers.kindForFinding(event.kind(), event.severity()).flatMap(kinds::findInUse);
        Optional<DataFinding> finding = findings.find(event.findingId());
        if (kind.isEmpty() || finding.isEmpty() || joined.isKnown(event.findingId(), event.run())) {
            return;
        }
        CaseFile file = place(event, finding.get(), kind.get());
        joined.raised(file.id(), event.findingId(), event.run(), event.at());
    }

    private CaseFile place(FindingRaised event, DataFinding finding, CaseKind kind) {
        Optional<CaseFile> last = joined.caseOf(event.findingId()).map(store::lock);
        if (last.filter(file -> !file.closed()).isPresent()) {
            return again(last.get(), event);
        }
        return last.filter(file -> isRecent(file, kinds.get(file.kind())))
                .map(file -> closing.reopen(file, kinds.get(file.kind()), deed(CaseAction.REOPEN, event)))
                .orElseGet(() -> open(event, finding, kind));
    }

    // The matter is not put right after all when it is found again while its proof is waited for.
    private CaseFile again(CaseFile file, FindingRaised event) {
        return file.stage().equals(CityCase.VERIFY)
                ? mover.backToWork(file, kinds.get(file.kind()), deed(CaseAction.FINDING_RETURNED, event))
                : mover.note(file, deed(CaseAction.FINDING_RETURNED, event));
    }

    private boolean isRecent(CaseFile file, CaseKind kind) {
        Instant now = clock.instant();
        return kind.reopenWithin()
                .filter(within -> file.closedAt()
                        .filter(at -> !at.isBefore(now.minus(within)))
                        .isPresent())
                .isPresent();
    }

    private CaseFile open(FindingRaised event, DataFinding finding, CaseKind kind) {
        Optional<Organisation> department = finding.department().flatMap(organisations::find);
        String areaPath = department
                .flatMap(Organisation::areaCode)
                .flatMap(areas::find)
                .map(Area::path)
                .orElse(WHOLE_CITY);
        NewCase fresh = new NewCase(
                kind,
                title(event),
                Optional.of(words(event)),
                Severity.ofLevel(event.severity()),
                Optional.of(event.rule()),
                Optional.of(new CaseSubject(SUBJECT, event.findingId().toString(), title(event))),
                areaPath,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                false,
                department.map(Organisation::code),
                Optional.empty(),
                Optional.empty());
        return opening.open(fresh, deed(CaseAction.REPORT, event));
    }

    void settled(FindingSettled event) {
        Optional<CaseId> of = joined.caseOf(event.findingId());
        if (of.isEmpty()) {
            return;
        }
        CaseFile file = store.lock(of.get());
        joined.settled(file.id(), event.findingId(), event.run(), event.withdrawn(), event.at());
        if (file.closed()) {
            return;
        }
        CaseKind kind = kinds.get(file.kind());
        boolean ripe = file.stage().equals(CityCase.VERIFY) || kind.closeWithoutHandling();
        if (ripe && !event.withdrawn()) {
            close(file, kind, proof(event), event.run());
        } else {
            mover.note(
                    file,
                    Deed.of(CaseAction.FINDING_SETTLED, Actor.RUN, clock.instant())
                            .with(proof(event)));
        }
    }

    /** A case that comes to be verified is closed when its finding was proved settled before; else the rule is asked again. */
    void handled(CaseId id) {
        for (JoinedFinding finding : joined.list(id)) {
            CaseFile file = store.lock(id);
            if (file.closed() || !file.stage().equals(CityCase.VERIFY)) {
                return;
            }
            if (finding.proved()) {
                close(
                        file,
                        kinds.get(file.kind()),
                        Map.of("run", finding.settledRun().orElseThrow().toString()),
                        finding.settledRun().orElseThrow());
            } else {
                findings.recheck(finding.finding());
            }
        }
    }

    private void close(CaseFile file, CaseKind kind, Map<String, Object> proof, UUID run) {
        closing.closeByRun(
                file,
                kind,
                Deed.of(CaseAction.VERIFIED, Actor.RUN, clock.instant()).with(proof),
                run);
    }

    private Deed deed(CaseAction action, FindingRaised event) {
        return Deed.of(action, Actor.RUN, clock.instant())
                .with(Map.of(
                        "finding", event.findingId().toString(),
                        "dataset", event.dataset(),
                        "rule", event.rule(),
                        "run", event.run().toString(),
                        "failing", event.failing(),
                        "checked", event.checked()));
    }

    private static Map<String, Object> proof(FindingSettled event) {
        return Map.of(
                "finding", event.findingId().toString(),
                "dataset", event.dataset(),
                "rule", event.rule(),
                "run", event.run().toString(),
                "rows", event.rows(),
                "failing", event.failing(),
                "checked", event.checked(),
                "withdrawn", event.withdrawn());
    }

    private static Text title(FindingRaised event) {
        return Text.of(
                event.dataset() + "：" + event.title().zh(),
                event.dataset() + ": " + event.title().en());
    }

    private static String words(FindingRaised event) {
        return event.failing() + " / " + event.checked() + " · " + event.kind() + " · " + event.rule();
    }
}
