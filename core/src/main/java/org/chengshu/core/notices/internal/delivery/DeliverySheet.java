package org.chengshu.core.notices.internal.delivery;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
class DeliverySheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(DeliveryView.class, "/api/core/v1/notice-deliveries", "通知投递", "Deliveries")
                .with("时间", "Created", DeliveryView::createdAt)
                .with("渠道", "Channel", DeliveryView::channel)
                .with("收件人", "To", DeliveryView::to)
                .with("状态", "State", DeliveryView::state)
                .with("标题", "Title", delivery -> delivery.notice().title())
                .with("级别", "Severity", delivery -> delivery.notice().severity())
                .with("尝试次数", "Attempts", DeliveryView::attempts)
                .with("下次尝试", "Next", DeliveryView::nextAt)
                .with("送达时间", "Sent", DeliveryView::sentAt)
                .with("原因", "Error", DeliveryView::error)
                .with("编号", "Id", DeliveryView::id));
    }
}
