package org.chengshu.core.jobs.internal.schedule;

import java.util.List;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
class JobSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(jobs(), schedules());
    }

    private static ListSheet<ScheduleView> schedules() {
        return ListSheet.of(ScheduleView.class, "/api/core/v1/schedules", "定时计划", "Schedules")
                .with("计划", "Title", ScheduleView::title)
                .with("名称", "Name", ScheduleView::name)
                .with("时间", "Timing", ScheduleView::timing)
                .with("下次", "Next", ScheduleView::nextAt)
                .with("上次成功", "Last success", ScheduleView::lastSuccess)
                .with("上次失败", "Last failure", ScheduleView::lastFailure)
                .with("失败原因", "Last error", ScheduleView::lastError)
                .with("已暂停", "Paused", ScheduleView::paused)
                .with("暂停人", "Paused by", ScheduleView::pausedBy);
    }

    private static ListSheet<JobView> jobs() {
        return ListSheet.of(JobView.class, "/api/core/v1/jobs", "作业", "Jobs")
                .with("作业", "Title", JobView::title)
                .with("类型", "Kind", JobView::kind)
                .with("状态", "State", job -> job.state().word())
                .with("已完成", "Done", JobView::done)
                .with("总数", "Total", JobView::total)
                .with("说明", "Message", JobView::message)
                .with("开始", "Started", JobView::startedAt)
                .with("结束", "Ended", JobView::endedAt)
                .with("次数", "Attempt", JobView::attempt)
                .with("错误", "Error", JobView::error)
                .with("发起人", "Started by", JobView::startedByName)
                .with("编号", "Id", JobView::id);
    }
}
