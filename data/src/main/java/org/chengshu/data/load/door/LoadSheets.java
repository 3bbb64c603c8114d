package org.chengshu.data.load.door;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.stored.PastRevision;
import org.chengshu.data.stored.StoredDataset;
import org.springframework.stereotype.Component;

@Component
final class LoadSheets implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(
                ListSheet.of(LoadView.class, "/api/data/v1/loads", "入库", "Loads")
                        .with("数据资源", "Dataset", LoadView::dataset)
                        .with("版本", "Revision", LoadView::number)
                        .with("名称", "Title", LoadView::title)
                        .with("状态", "State", load -> load.state().word())
                        .with("读取行数", "Rows read", LoadView::read)
                        .with("入库行数", "Rows stored", LoadView::stored)
                        .with("拒收行数", "Rows refused", LoadView::refused)
                        .with("说明", "Told", LoadView::error)
                        .with("发起人", "Started by", LoadView::startedBy)
                        .with("开始", "Started", LoadView::startedAt)
                        .with("结束", "Ended", LoadView::endedAt),
                ListSheet.of(StoredDataset.class, "/api/data/v1/stored", "入库数据资源", "Stored datasets")
                        .with("编号", "Id", StoredDataset::id)
                        .with("名称", "Title", dataset -> dataset.definition().title())
                        .with("提供部门", "Owner", dataset -> dataset.definition().owner())
                        .with("方式", "Mode", dataset -> dataset.definition()
                                .mode()
                                .word())
                        .with("行数", "Rows", StoredDataset::rows)
                        .with("当前版本", "Revision", StoredDataset::revision)
                        .with("更新时间", "Refreshed", StoredDataset::refreshedAt),
                ListSheet.of(PastRevision.class, "/api/data/v1/stored/{id}/revisions", "历史版本", "Revisions")
                        .with("版本", "Revision", PastRevision::number)
                        .with("状态", "State", revision -> revision.state().word())
                        .with("行数", "Rows", PastRevision::rows)
                        .with("来由", "Cause", PastRevision::cause)
                        .with("开始", "Opened", PastRevision::openedAt)
                        .with("发布", "Promoted", PastRevision::promotedAt)
                        .with("当前", "Current", PastRevision::current));
    }
}
