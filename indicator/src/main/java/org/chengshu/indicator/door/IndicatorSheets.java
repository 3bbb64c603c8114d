package org.chengshu.indicator.door;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.indicator.FormerValue;
import org.chengshu.indicator.IndicatorValue;
import org.chengshu.indicator.IndicatorView;
import org.springframework.stereotype.Component;

@Component
final class IndicatorSheets implements SheetSource {
    private static final String LIST = "/api/indicator/v1/indicators";

    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(indicators(), values(), former());
    }

    private static ListSheet<IndicatorView> indicators() {
        return ListSheet.of(IndicatorView.class, LIST, "指标", "Indicators")
                .with("编号", "Id", IndicatorView::id)
                .with("名称", "Title", IndicatorView::title)
                .with("主题", "Theme", IndicatorView::theme)
                .with("最新时间", "Newest", view -> view.newest().map(IndicatorValue::grainStart))
                .with("最新值", "Value", view -> view.newest().flatMap(IndicatorValue::value))
                .with("单位", "Unit", IndicatorView::unit)
                .with("状态", "Standing", view -> view.newest().map(IndicatorValue::standing))
                .with("目标", "Target", IndicatorView::target)
                .with("粒度", "Grain", IndicatorView::grain)
                .with("维度", "Dimensions", IndicatorView::dimensions)
                .with("数据资源", "Dataset", IndicatorView::dataset)
                .with("分级", "Sensitivity", IndicatorView::sensitivity)
                .with("说明", "Description", IndicatorView::description);
    }

    private static ListSheet<IndicatorValue> values() {
        return ListSheet.of(IndicatorValue.class, LIST + "/{id}/values", "指标值", "Values")
                .with("时间", "Time", IndicatorValue::grainStart)
                .with("对象", "Key", IndicatorValue::key)
                .with("值", "Value", IndicatorValue::value)
                .with("状态", "Standing", IndicatorValue::standing)
                .with("覆盖率", "Coverage", IndicatorValue::coverage)
                .with("样本数", "Count", IndicatorValue::count)
                .with("区域路径", "Area path", IndicatorValue::areaPath)
                .with("属性", "Attributes", IndicatorValue::attributes)
                .with("修订", "Revision", IndicatorValue::revision)
                .with("计算时间", "Computed", IndicatorValue::computedAt);
    }

    private static ListSheet<FormerValue> former() {
        return ListSheet.of(FormerValue.class, LIST + "/{id}/values/history", "指标值修订", "Revisions")
                .with("修订", "Revision", FormerValue::revision)
                .with("值", "Value", FormerValue::value)
                .with("覆盖率", "Coverage", FormerValue::coverage)
                .with("样本数", "Count", FormerValue::count)
                .with("计算时间", "Computed", FormerValue::computedAt)
                .with("被替换", "Replaced", FormerValue::replacedAt)
                .with("初步", "Preliminary", FormerValue::preliminary);
    }
}
