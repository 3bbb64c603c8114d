package org.chengshu.cases.check;

import java.util.List;
import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.handling.CaseClosing;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CheckWay;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** Keeps officers and sensors from closing a case whose kind also asks people, until those have answered. */
@Component
final class CheckGuard implements CaseClosing.Guard {
    private final CheckStore store;
    private final Reporters reporters;

    CheckGuard(CheckStore store, Reporters reporters) {
        this.store = store;
        this.reporters = reporters;
    }

    @Override
    public Optional<Fault> objection(CaseFile file, CaseKind kind) {
        if (kind.checks().ways().isEmpty() || file.verifiedByRun()) {
            return Optional.empty();
        }
        List<CheckTask> round = store.round(file);
        return kind.checks().ways().stream()
                .filter(way -> !settled(way, file, round))
                .findFirst()
                .map(way -> new Fault(CaseError.CASE_CHECK_OPEN, "the check by " + way.word() + " is not done yet"));
    }

    private boolean settled(CheckWay way, CaseFile file, List<CheckTask> round) {
        Optional<CheckTask> task =
                round.stream().filter(one -> one.way() == way).findFirst();
        if (task.isPresent()) {
            return task.get().state() != CheckState.OPEN;
        }
        return way == CheckWay.CALLBACK && reporters.toCall(file.id()).isEmpty();
    }
}
