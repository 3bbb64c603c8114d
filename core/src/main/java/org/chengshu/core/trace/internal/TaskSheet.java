package org.chengshu.core.trace.internal;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.core.spi.Task;
import org.springframework.stereotype.Component;

@Component
class TaskSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(Task.class, "/api/core/v1/tasks", "待办", "Tasks")
                .with("事项", "Title", Task::title)
                .with("状态", "State", Task::state)
                .with("时限", "Due", Task::due)
                .with("级别", "Severity", Task::severity)
                .with("类型", "Kind", Task::kind)
                .with("编号", "Id", Task::id));
    }
}
