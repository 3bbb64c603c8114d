package org.chengshu.cases.open;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.kernel.geo.Position;
import org.springframework.stereotype.Component;

@Component
final class OpenSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(OpenCase.class, "/api/cases/v1/open/cases", "公开案件", "Public cases")
                .with("案件号", "Number", OpenCase::number)
                .with("类型", "Kind", OpenCase::kindTitle)
                .with("状态", "Status", OpenCase::status)
                .with("阶段", "Stage", OpenCase::stage)
                .with("区域", "Area", OpenCase::areaName)
                .with("描述", "Description", OpenCase::description)
                .with("上报数", "Reports", OpenCase::reports)
                .with("立案时间", "Opened", OpenCase::openedAt)
                .with("更新时间", "Changed", OpenCase::changedAt)
                .with("结案时间", "Closed", OpenCase::closedAt)
                .with("位置精度", "Place", OpenCase::place)
                .with("经度", "Longitude", one -> one.position().map(Position::longitude))
                .with("纬度", "Latitude", one -> one.position().map(Position::latitude)));
    }
}
