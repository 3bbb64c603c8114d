package org.chengshu.alarm.centre;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.kernel.geo.Position;
import org.springframework.stereotype.Component;

@Component
final class AlarmSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(AlarmItem.class, "/api/alarm/v1/alarms", "告警", "Alarms")
                .with("发生时间", "Raised", AlarmItem::raisedAt)
                .with("级别", "Severity", AlarmItem::severity)
                .with("告警", "Title", AlarmItem::title)
                .with("对象", "Subject", alarm -> alarm.subject().title())
                .with("对象编号", "Subject id", alarm -> alarm.subject().id())
                .with("状态", "State", AlarmItem::state)
                .with("规则", "Rule", AlarmItem::rule)
                .with("条件", "Condition", AlarmItem::condition)
                .with("区域路径", "Area path", AlarmItem::areaPath)
                .with("经度", "Longitude", alarm -> alarm.position().map(Position::longitude))
                .with("纬度", "Latitude", alarm -> alarm.position().map(Position::latitude))
                .with("确认时间", "Acknowledged", AlarmItem::acknowledgedAt)
                .with("确认人", "Acknowledged by", AlarmItem::acknowledgedBy)
                .with("备注", "Note", AlarmItem::note)
                .with("解除时间", "Cleared", AlarmItem::clearedAt)
                .with("告警值", "Values", AlarmItem::values)
                .with("最初级别", "First severity", AlarmItem::firstSeverity)
                .with("最高级别", "Worst severity", AlarmItem::peakSeverity)
                .with("抑制", "Suppressed", alarm -> alarm.suppression().map(AlarmItem.SuppressionItem::kind))
                .with("搁置至", "Shelved until", alarm -> alarm.shelved().map(shelf -> shelf.until()))
                .with("负责人", "Assigned to", alarm -> alarm.assignee().map(person -> person.name()))
                .with("手动解除人", "Cleared by", alarm -> alarm.clearedByHand().map(hand -> hand.by()))
                .with("解除原因", "Reason", alarm -> alarm.clearedByHand().map(hand -> hand.reason()))
                .with("距上次（秒）", "Again after (s)", AlarmItem::againAfterSeconds)
                .with("历史", "Historical", AlarmItem::historical)
                .with("编号", "Id", AlarmItem::id));
    }
}
