package org.chengshu.cases.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.Task;
import org.chengshu.core.spi.TaskSource;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Checks on the desks of grid workers and hotline operators. */
@Component
final class CheckTasks implements TaskSource {
    private static final int MOST = 200;
    private static final Map<String, Text> STATES = Map.of(
            "grid", Text.of("待现场核查", "To be checked on the spot"),
            "callback", Text.of("待回访", "To be called back"));

    private final CheckBook book;

    CheckTasks(CheckBook book) {
        this.book = book;
    }

    @Override
    public List<Task> tasks(Viewer viewer) {
        if (!viewer.may(CaseRights.CHECK) && !viewer.may(CaseRights.CALL_BACK)) {
            return List.of();
        }
        return book.pressing(viewer, MOST).stream().map(CheckTasks::task).toList();
    }

    private static Task task(CheckItem item) {
        return new Task(
                "check",
                item.id().toString(),
                Text.of(
                        item.caseNumber() + " " + item.caseTitle().zh(),
                        item.caseNumber() + " " + item.caseTitle().en()),
                STATES.get(item.way()),
                Optional.empty(),
                Severity.ofLevel(item.severity()),
                "/cases/checks/" + item.id());
    }
}
