package org.chengshu.core.notices.internal.inbox;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
class InboxSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(InboxItem.class, "/api/core/v1/notices", "收件箱", "Inbox")
                .with("时间", "At", InboxItem::at)
                .with("级别", "Severity", InboxItem::severity)
                .with("标题", "Title", InboxItem::title)
                .with("内容", "Text", InboxItem::text)
                .with("次数", "Times", InboxItem::times)
                .with("已读", "Read", InboxItem::readAt)
                .with("升级步骤", "Step", InboxItem::step)
                .with("规则", "Rule", InboxItem::rule)
                .with("编号", "Id", InboxItem::id));
    }
}
