package org.chengshu.cases.dispatch;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class DispatchSheets implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(tasks(), disputes(), supervisions(), urges());
    }

    private static ListSheet<SupportTask> tasks() {
        return ListSheet.of(SupportTask.class, "/api/cases/v1/case-tasks", "协办任务", "Supporting tasks")
                .with("案件号", "Case", SupportTask::caseNumber)
                .with("标题", "Title", SupportTask::caseTitle)
                .with("协办部门", "Department", SupportTask::department)
                .with("任务", "Task", SupportTask::words)
                .with("状态", "State", SupportTask::state)
                .with("时限", "Due", SupportTask::due)
                .with("派出时间", "Asked", SupportTask::askedAt)
                .with("派出人", "Asked by", SupportTask::askedBy)
                .with("更新时间", "Changed", SupportTask::changedAt)
                .with("更新人", "Changed by", SupportTask::changedBy)
                .with("说明", "Reason", SupportTask::reason)
                .with("编号", "Id", SupportTask::id);
    }

    private static ListSheet<CaseDispute> disputes() {
        return ListSheet.of(CaseDispute.class, "/api/cases/v1/disputes", "权属争议", "Disputes")
                .with("案件号", "Case", CaseDispute::caseNumber)
                .with("标题", "Title", CaseDispute::caseTitle)
                .with("提出部门", "Department", CaseDispute::department)
                .with("建议部门", "Proposed", CaseDispute::proposed)
                .with("理由", "Reason", CaseDispute::reason)
                .with("状态", "State", CaseDispute::state)
                .with("提出时间", "Raised", CaseDispute::disputedAt)
                .with("提出人", "Raised by", CaseDispute::disputedBy)
                .with("裁决部门", "Ruling", CaseDispute::ruling)
                .with("裁决理由", "Reason of the ruling", CaseDispute::rulingReason)
                .with("裁决时间", "Decided", CaseDispute::decidedAt)
                .with("裁决人", "Decided by", CaseDispute::decidedBy)
                .with("编号", "Id", CaseDispute::id);
    }

    private static ListSheet<Supervision> supervisions() {
        return ListSheet.of(Supervision.class, "/api/cases/v1/supervisions", "督办", "Supervisions")
                .with("案件号", "Case", Supervision::caseNumber)
                .with("标题", "Title", Supervision::caseTitle)
                .with("主办部门", "Department", Supervision::department)
                .with("督办级别", "Level", Supervision::level)
                .with("督办理由", "Reason", Supervision::reason)
                .with("来源", "Origin", Supervision::origin)
                .with("状态", "State", Supervision::state)
                .with("督办时间", "Raised", Supervision::raisedAt)
                .with("督办人", "Raised by", Supervision::raisedBy)
                .with("答复时限", "Answer due", Supervision::answerDue)
                .with("超时", "Late", Supervision::late)
                .with("答复", "Answer", Supervision::answer)
                .with("答复时间", "Answered", Supervision::answeredAt)
                .with("答复人", "Answered by", Supervision::answeredBy)
                .with("退回答复次数", "Answers refused", Supervision::refused)
                .with("办结时间", "Closed", Supervision::endedAt)
                .with("办结人", "Closed by", Supervision::endedBy)
                .with("办结意见", "Closing words", Supervision::ending)
                .with("编号", "Id", Supervision::id);
    }

    private static ListSheet<Urge> urges() {
        return ListSheet.of(Urge.class, "/api/cases/v1/urges", "催办", "Urges")
                .with("案件号", "Case", Urge::caseNumber)
                .with("标题", "Title", Urge::caseTitle)
                .with("来源", "Origin", Urge::origin)
                .with("部门", "Department", Urge::department)
                .with("内容", "Words", Urge::words)
                .with("时间", "Urged", Urge::urgedAt)
                .with("催办人", "Urged by", Urge::urgedBy)
                .with("编号", "Id", Urge::id);
    }
}
