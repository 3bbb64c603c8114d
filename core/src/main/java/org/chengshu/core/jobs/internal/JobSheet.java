package org.chengshu.core.jobs.internal;

import java.util.List;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
class JobSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(JobView.class, "/api/core/v1/jobs", "作业", "Jobs")
                .with("作业", "Title", JobView::title)
                .with("类型", "Kind", JobView::kind)
                .with("状态", "State", job -> job.state().word())
                .with("已完成", "Done", JobView::done)
                .with("总数", "Total", JobView::total)
                .with("说明", "Message", JobView::message)
                .with("开始", "Started", JobView::startedAt)
                .with("结束", "Ended", JobView::endedAt)
                .with("编号", "Id", JobView::id));
    }
}
