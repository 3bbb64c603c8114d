package org.chengshu.data.personal;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class PersonalSheets implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(
                ListSheet.of(PersonalField.class, "/api/data/v1/personal-fields", "个人信息数据项", "Personal fields")
                        .with("数据资源", "Dataset", PersonalField::dataset)
                        .with("数据项", "Field", PersonalField::field)
                        .with("名称", "Title", PersonalField::title)
                        .with("标识", "Identity", PersonalField::identity)
                        .with("人工标记", "By hand", PersonalField::byHand),
                ListSheet.of(RetentionRule.class, "/api/data/v1/retention-rules", "保存期限", "Retention rules")
                        .with("数据资源", "Dataset", RetentionRule::dataset)
                        .with("时间项", "Field", RetentionRule::field)
                        .with("天数", "Days", RetentionRule::days)
                        .with("依据", "Basis", RetentionRule::basis)
                        .with("上次运行", "Last run", RetentionRule::lastRun)
                        .with("上次清空行数", "Rows emptied last", RetentionRule::lastRows),
                ListSheet.of(ErasureView.class, "/api/data/v1/erasures", "个人信息删除", "Erasures")
                        .with("编号", "Id", ErasureView::id)
                        .with("数据元", "Element", ErasureView::element)
                        .with("对象", "Person", ErasureView::shown)
                        .with("事由", "Reason", ErasureView::reason)
                        .with("状态", "State", ErasureView::state)
                        .with("申请人", "Asked by", ErasureView::askedBy)
                        .with("申请时间", "Asked at", ErasureView::askedAt)
                        .with("完成时间", "Ended at", ErasureView::endedAt)
                        .with("行数", "Rows", ErasureView::rows));
    }
}
