package org.chengshu.cases.deadline;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class ClockRequestSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(ClockRequestItem.class, "/api/cases/v1/clock-requests", "时限申请", "Requests for time")
                .with("案件号", "Case", ClockRequestItem::caseNumber)
                .with("标题", "Title", ClockRequestItem::caseTitle)
                .with("申请", "Request", ClockRequestItem::what)
                .with("阶段", "Stage", ClockRequestItem::stage)
                .with("申请时长", "More time", ClockRequestItem::more)
                .with("理由", "Reason", ClockRequestItem::reason)
                .with("状态", "State", ClockRequestItem::state)
                .with("申请人", "Asked by", ClockRequestItem::askedBy)
                .with("申请时间", "Asked", ClockRequestItem::askedAt)
                .with("审批人", "Decided by", ClockRequestItem::decidedBy)
                .with("审批时间", "Decided", ClockRequestItem::decidedAt)
                .with("审批意见", "Decision", ClockRequestItem::decision)
                .with("主办部门", "Department", ClockRequestItem::department)
                .with("编号", "Id", ClockRequestItem::id));
    }
}
