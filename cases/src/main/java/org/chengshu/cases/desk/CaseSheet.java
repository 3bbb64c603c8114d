package org.chengshu.cases.desk;

import java.util.List;
import org.chengshu.cases.handling.CaseItem;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.kernel.geo.Position;
import org.springframework.stereotype.Component;

@Component
final class CaseSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(CaseItem.class, "/api/cases/v1/cases", "案件", "Cases")
                .with("案件号", "Number", CaseItem::number)
                .with("类型", "Kind", CaseItem::kindTitle)
                .with("分类编码", "Category code", CaseItem::category)
                .with("分类", "Category", CaseItem::categoryName)
                .with("标题", "Title", CaseItem::title)
                .with("描述", "Description", CaseItem::description)
                .with("阶段", "Stage", CaseItem::stage)
                .with("级别", "Severity", CaseItem::severity)
                .with("时限状态", "Standing", CaseItem::standing)
                .with("时限", "Due", CaseItem::due)
                .with("时限颜色", "Clock", CaseItem::colour)
                .with("挂起自", "Suspended since", CaseItem::suspendedSince)
                .with("主办部门", "Department", CaseItem::departmentName)
                .with("处置人", "Handler", CaseItem::handler)
                .with("上报人", "Reporter", CaseItem::reporter)
                .with("上报时间", "Reported", CaseItem::reportedAt)
                .with("立案时间", "Opened", CaseItem::openedAt)
                .with("处置时间", "Handled", CaseItem::handledAt)
                .with("结案时间", "Closed", CaseItem::closedAt)
                .with("结案方式", "Closed by", CaseItem::closedBy)
                .with("退回次数", "Reopened", CaseItem::reopened)
                .with("区域路径", "Area path", CaseItem::areaPath)
                .with("经度", "Longitude", item -> item.position().map(Position::longitude))
                .with("纬度", "Latitude", item -> item.position().map(Position::latitude))
                .with("编号", "Id", CaseItem::id));
    }
}
