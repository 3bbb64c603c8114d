package org.chengshu.data.theme.door;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.data.theme.run.ThemeRun;
import org.springframework.stereotype.Component;

@Component
final class ThemeSheets implements SheetSource {
    private static final String LIST = "/api/data/v1/themes";

    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(themes(), runs());
    }

    private static ListSheet<ThemeView> themes() {
        return ListSheet.of(ThemeView.class, LIST, "主题表", "Themes")
                .with("编号", "Id", ThemeView::id)
                .with("名称", "Title", ThemeView::title)
                .with("责任部门", "Owner", ThemeView::owner)
                .with("状态", "State", ThemeView::state)
                .with("原因", "Reason", ThemeView::reason)
                .with("行数", "Rows", ThemeView::rows)
                .with("刷新时间", "Refreshed", ThemeView::refreshedAt)
                .with("过期自", "Behind since", ThemeView::behind)
                .with("来源", "Inputs", ThemeView::inputs)
                .with("定时", "Schedule", ThemeView::schedule)
                .with("包", "Pack", ThemeView::pack);
    }

    private static ListSheet<ThemeRun> runs() {
        return ListSheet.of(ThemeRun.class, LIST + "/{id}/runs", "主题表运行", "Runs of a theme")
                .with("开始", "Started", ThemeRun::startedAt)
                .with("结束", "Ended", ThemeRun::endedAt)
                .with("结果", "State", ThemeRun::state)
                .with("缘由", "Cause", ThemeRun::cause)
                .with("时段数", "Periods", ThemeRun::periods)
                .with("写入行数", "Rows written", ThemeRun::written)
                .with("总行数", "Rows", ThemeRun::total)
                .with("版本", "Revision", ThemeRun::revision)
                .with("原因", "Reason", ThemeRun::reason);
    }
}
