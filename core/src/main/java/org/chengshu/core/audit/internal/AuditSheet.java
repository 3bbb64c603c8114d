package org.chengshu.core.audit.internal;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
class AuditSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(AuditResource.Line.class, "/api/core/v1/audit", "审计日志", "Audit")
                .with("时间", "Time", AuditResource.Line::at)
                .with("操作人", "Who", AuditResource.Line::who)
                .with("事件", "Event", AuditResource.Line::event)
                .with("结果", "Outcome", AuditResource.Line::outcome)
                .with("错误码", "Code", AuditResource.Line::code)
                .with("详情", "Details", AuditResource.Line::details)
                .with("地址", "Address", AuditResource.Line::address)
                .with("编号", "Id", AuditResource.Line::id));
    }
}
