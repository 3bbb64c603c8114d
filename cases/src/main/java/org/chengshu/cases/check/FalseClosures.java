package org.chengshu.cases.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseClosing;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseMover;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.Timeline;
import org.chengshu.cases.handling.Timeline.Deed;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.core.access.Accounts;
import org.springframework.stereotype.Component;

/**
 * Takes up cases that were closed and were not put right, and writes down whom that counts against: the closer in his post
 * and his department, or the lead department where the closer belongs to none.
 */
@Component
final class FalseClosures {
    private final CheckStore store;
    private final CaseStore cases;
    private final CaseKinds kinds;
    private final CaseClosing closing;
    private final CaseMover mover;
    private final Timeline timeline;
    private final Accounts accounts;

    FalseClosures(
            CheckStore store,
            CaseStore cases,
            CaseKinds kinds,
            CaseClosing closing,
            CaseMover mover,
            Timeline timeline,
            Accounts accounts) {
        this.store = store;
        this.cases = cases;
        this.kinds = kinds;
        this.closing = closing;
        this.mover = mover;
        this.timeline = timeline;
        this.accounts = accounts;
    }

    void reopen(CaseFile file, CheckTask task, Deed found) {
        Closer closer = task.closure().flatMap(store::closer).orElseThrow();
        CaseKind kind = kinds.get(file.kind());
        Deed deed = Deed.of(CaseAction.FALSE_CLOSURE, found.actor(), found.at())
                .noting(found.note())
                .with(values(file, task, closer));
        // Another case on the same subject carries the matter on; only the fact is written down then.
        boolean elsewhere = file.subject()
                .flatMap(subject -> cases.lockOpenOn(file.kind(), subject, file.historical()))
                .isPresent();
        if (elsewhere) {
            mover.note(file, deed);
        } else {
            closing.reopen(file, kind, deed);
        }
    }

    private Map<String, Object> values(CaseFile file, CheckTask task, Closer closer) {
        Set<UUID> handlers = timeline.peopleWho(file.id(), CheckRules.handling());
        Map<String, Object> values = new HashMap<>();
        values.put("check", task.id().toString());
        values.put("closure", closer.closure().toString());
        values.put("closedAt", task.round().toString());
        values.put("post", closer.post(handlers));
        closer.name().ifPresent(name -> values.put("closer", name));
        closer.person()
                .flatMap(this::department)
                .or(file::department)
                .ifPresent(code -> values.put("department", code));
        return values;
    }

    private Optional<String> department(UUID person) {
        return accounts.findViewer(person)
                .flatMap(viewer -> viewer.organisationPath())
                .map(path -> path.split("/"))
                .filter(codes -> codes.length > 0)
                .map(codes -> codes[codes.length - 1]);
    }
}
