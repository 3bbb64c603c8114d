package org.chengshu.core.audit.internal.door;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
class AuditSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(AuditLine.class, "/api/core/v1/audit", "审计日志", "Audit")
                .with("时间", "Time", AuditLine::at)
                .with("操作人", "Who", AuditLine::who)
                .with("事件", "Event", AuditLine::event)
                .with("结果", "Outcome", AuditLine::outcome)
                .with("错误码", "Code", AuditLine::code)
                .with("详情", "Details", AuditLine::details)
                .with("地址", "Address", AuditLine::address)
                .with("链上序号", "Number in the chain", AuditLine::number)
                .with("编号", "Id", AuditLine::id));
    }
}
