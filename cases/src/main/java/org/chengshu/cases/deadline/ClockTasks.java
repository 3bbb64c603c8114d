package org.chengshu.cases.deadline;

import java.util.List;
import java.util.Optional;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.spi.Task;
import org.chengshu.core.spi.TaskSource;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Requests for time on the desk of whoever decides on them. */
@Component
final class ClockTasks implements TaskSource {
    private static final int MOST = 100;
    private static final Text WAITS = Text.of("待审批", "To be decided");

    private final ClockBook book;

    ClockTasks(ClockBook book) {
        this.book = book;
    }

    @Override
    public List<Task> tasks(Viewer viewer) {
        if (!viewer.may(CaseRights.DISPATCH)) {
            return List.of();
        }
        return book.requests(Optional.of("asked"), viewer, CaseRights.DISPATCH, Cursor.first(MOST)).items().stream()
                .map(ClockTasks::task)
                .toList();
    }

    private static Task task(ClockRequestItem request) {
        boolean extend = request.what().equals("extend");
        return new Task(
                "clock-request",
                request.id().toString(),
                Text.of(
                        request.caseNumber()
                                + (extend ? " 申请延期：" : " 申请挂起：")
                                + request.reason().orElse(""),
                        request.caseNumber()
                                + (extend ? " asks for more time: " : " asks to suspend: ")
                                + request.reason().orElse("")),
                WAITS,
                Optional.empty(),
                Severity.YELLOW,
                "/cases/" + request.caseId());
    }
}
