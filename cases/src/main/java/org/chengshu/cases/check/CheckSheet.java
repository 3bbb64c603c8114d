package org.chengshu.cases.check;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.kernel.geo.Position;
import org.springframework.stereotype.Component;

@Component
final class CheckSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(CheckItem.class, "/api/cases/v1/checks", "核查任务", "Checks")
                .with("案件号", "Case", CheckItem::caseNumber)
                .with("标题", "Title", CheckItem::caseTitle)
                .with("级别", "Severity", CheckItem::severity)
                .with("区域路径", "Area path", CheckItem::areaPath)
                .with("主办部门", "Department", CheckItem::department)
                .with("方式", "Way", CheckItem::way)
                .with("缘由", "Cause", CheckItem::cause)
                .with("状态", "State", CheckItem::state)
                .with("下达时间", "Asked", CheckItem::askedAt)
                .with("领取人", "Taken by", CheckItem::takenBy)
                .with("未接通次数", "Calls in vain", CheckItem::tries)
                .with("完成时间", "Ended", CheckItem::endedAt)
                .with("核查人", "Answered by", CheckItem::answeredBy)
                .with("说明", "Note", CheckItem::note)
                .with("满意度", "Satisfaction", CheckItem::score)
                .with("经度", "Longitude", item -> item.position().map(Position::longitude))
                .with("纬度", "Latitude", item -> item.position().map(Position::latitude))
                .with("距离（米）", "Distance (m)", CheckItem::metres)
                .with("编号", "Id", CheckItem::id));
    }
}
