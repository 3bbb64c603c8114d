package org.chengshu.data.source;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class SourceSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(SourceView.class, "/api/data/v1/sources", "数据源", "Data sources")
                .with("名称", "Name", SourceView::name)
                .with("类型", "Kind", SourceView::kind)
                .with("提供部门", "Organisation", SourceView::organisation)
                .with("入库到", "Fills", source -> source.target().map(Target::dataset))
                .with("状态", "State", SourceView::state)
                .with("下次采集", "Next run", SourceView::nextRun)
                .with("最近采集", "Last load", source -> source.last().map(Source.Last::at))
                .with("最近结果", "Last result", source -> source.last().map(Source.Last::state))
                .with("读取行数", "Rows read", source -> source.last().map(Source.Last::read))
                .with("拒收行数", "Rows refused", source -> source.last().map(Source.Last::rejected))
                .with("连续失败", "Failures in a row", SourceView::failures)
                .with("说明", "Description", SourceView::description));
    }
}
