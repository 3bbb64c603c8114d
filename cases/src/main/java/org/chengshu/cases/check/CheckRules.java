package org.chengshu.cases.check;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.kinds.CheckWay;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Duties;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;

/** Who may answer a check; pure. */
final class CheckRules {
    private static final Text HANDLED = Text.of("处置过该案件的人", "whoever handled it");
    private static final Text CLOSED = Text.of("结过该案件的人", "whoever closed it");

    private CheckRules() {}

    static String right(CheckWay way) {
        return way == CheckWay.GRID ? CaseRights.CHECK : CaseRights.CALL_BACK;
    }

    /** What people did that keeps them from answering. */
    static CaseAction[] handling() {
        return new CaseAction[] {CaseAction.TAKE, CaseAction.HANDLED};
    }

    static CaseAction[] closing() {
        return new CaseAction[] {CaseAction.CLOSE, CaseAction.OVERRIDE_CLOSE, CaseAction.CHECK_PASSED};
    }

    static Duties duties(CheckTask task, Set<UUID> handlers, Set<UUID> closers) {
        Duties duties = Duties.of(Text.of("核查该案件", "check this case")).notBy(HANDLED, handlers);
        return task.cause() == CheckCause.SAMPLE ? duties.notBy(CLOSED, closers) : duties;
    }

    /** Whether the right, the time and the others allow it; the duties are asked apart. */
    static Optional<Fault> refusal(CheckTask task, CaseFile file, Viewer viewer) {
        String right = right(task.way());
        if (!viewer.scope(right).contains(file.areaPath(), file.departmentPath())) {
            return Optional.of(new Fault(CoreError.FORBIDDEN, "the right " + right + " is needed where the case is"));
        }
        if (task.state() != CheckState.OPEN) {
            return Optional.of(
                    new Fault(CaseError.CHECK_ENDED, "it is " + task.state().word()));
        }
        if (task.takenBy().filter(id -> !id.equals(viewer.accountId())).isPresent()) {
            return Optional.of(
                    new Fault(CaseError.CHECK_TAKEN, task.taker().orElse("somebody else") + " has taken it"));
        }
        return Optional.empty();
    }
}
