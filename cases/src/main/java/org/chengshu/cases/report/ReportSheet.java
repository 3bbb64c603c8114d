package org.chengshu.cases.report;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.kernel.geo.Position;
import org.springframework.stereotype.Component;

@Component
final class ReportSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(Report.class, "/api/cases/v1/reports", "上报", "Reports")
                .with("上报号", "Number", Report::number)
                .with("渠道", "Channel", report -> report.channel().word())
                .with("案件类型", "Kind", Report::kind)
                .with("内容", "Words", Report::words)
                .with("描述", "Description", Report::description)
                .with("案件号", "Case", Report::caseNumber)
                .with("上报人", "Reporter", Report::name)
                .with("电话", "Telephone", Report::phone)
                .with("匿名", "Anonymous", Report::anonymous)
                .with("发现时间", "Seen", Report::seenAt)
                .with("上报时间", "Reported", Report::reportedAt)
                .with("受话人", "Taken by", Report::takenBy)
                .with("地址", "Address", Report::address)
                .with("区域路径", "Area path", Report::areaPath)
                .with("城外", "Outside the city", Report::outside)
                .with("经度", "Longitude", report -> report.position().map(Position::longitude))
                .with("纬度", "Latitude", report -> report.position().map(Position::latitude))
                .with("编号", "Id", Report::id));
    }
}
