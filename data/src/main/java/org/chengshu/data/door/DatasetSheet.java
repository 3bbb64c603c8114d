package org.chengshu.data.door;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class DatasetSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(DatasetView.class, "/api/data/v1/datasets", "数据资源", "Datasets")
                .with("编号", "Id", DatasetView::id)
                .with("名称", "Title", DatasetView::title)
                .with("提供部门", "Owner", DatasetView::owner)
                .with("分级", "Sensitivity", DatasetView::sensitivity)
                .with("行数", "Rows", DatasetView::rows)
                .with("行数精确", "Rows are exact", DatasetView::rowsExact)
                .with("最新数据", "Newest", DatasetView::newest)
                .with("数据项", "Fields", dataset -> dataset.fields().stream()
                        .map(DatasetView.Field::name)
                        .toList()));
    }
}
