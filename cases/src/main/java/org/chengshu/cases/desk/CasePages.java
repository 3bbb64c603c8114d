package org.chengshu.cases.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.Alarms;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.alarms.CaseAlarms;
import org.chengshu.cases.alarms.JoinedAlarm;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseItems;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.Timeline;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.cases.report.ReportBook;
import org.chengshu.cases.verify.EvidenceStore;
import org.chengshu.cases.verify.VerificationViews;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.ETags;
import org.chengshu.flow.Stage;
import org.chengshu.kernel.Fault;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Puts together what one case's page shows. */
@Component
final class CasePages {
    private final CaseStore store;
    private final CaseKinds kinds;
    private final CaseItems items;
    private final CaseAlarms joined;
    private final Alarms alarms;
    private final ReportBook reports;
    private final Timeline timeline;
    private final VerificationViews verifications;
    private final EvidenceStore evidences;
    private final Clock clock;

    CasePages(
            CaseStore store,
            CaseKinds kinds,
            CaseItems items,
            CaseAlarms joined,
            Alarms alarms,
            ReportBook reports,
            Timeline timeline,
            VerificationViews verifications,
            EvidenceStore evidences,
            Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.items = items;
        this.joined = joined;
        this.alarms = alarms;
        this.reports = reports;
        this.timeline = timeline;
        this.verifications = verifications;
        this.evidences = evidences;
        this.clock = clock;
    }

    ResponseEntity<CasePage> answer(CaseId id, Viewer viewer) {
        return answer(
                store.find(id, viewer.scope(CaseRights.READ))
                        .orElseThrow(() -> new Fault(CaseError.CASE_UNKNOWN, "no case " + id)),
                viewer);
    }

    /** With the state of the case as its tag. */
    ResponseEntity<CasePage> answer(CaseFile file, Viewer viewer) {
        return ResponseEntity.ok().eTag(ETags.of(file.version())).body(of(file, viewer));
    }

    /** Whoever has just done something to a case is shown it, even if it left his part of the city by that. */
    CasePage of(CaseFile file, Viewer viewer) {
        CaseKind kind = kinds.get(file.kind());
        return new CasePage(
                items.of(file, clock.instant(), kind.title()),
                kind.stages().stream().map(Stage::name).toList(),
                alarms(file),
                reports.ofCase(file.id()),
                timeline.list(file.id()),
                verifications.of(file, kind),
                evidences.evidences(file.id()),
                evidences.closures(file.id()),
                CaseRights.actions(file, kind, viewer));
    }

    private List<CasePage.AlarmLine> alarms(CaseFile file) {
        return joined.list(file.id()).stream().map(this::line).toList();
    }

    // A case shows its own alarms to whoever may see the case.
    private CasePage.AlarmLine line(JoinedAlarm of) {
        Optional<Alarm> alarm = alarms.find(of.id(), Viewer.system());
        return new CasePage.AlarmLine(
                of.id().value(),
                of.rule(),
                alarm.map(found -> found.rule().title()),
                alarm.map(found -> found.rule().severity().level()),
                alarm.map(found -> found.state().word()),
                of.raisedAt(),
                of.clearedAt());
    }
}
