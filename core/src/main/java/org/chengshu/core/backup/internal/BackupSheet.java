package org.chengshu.core.backup.internal;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
class BackupSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(BackupController.Item.class, BackupController.PATH, "备份", "Backups")
                .with("编号", "Id", BackupController.Item::id)
                .with("内容", "Content", backup -> backup.kind().word())
                .with("缘由", "Reason", backup -> backup.reason().word())
                .with("开始", "Started", BackupController.Item::startedAt)
                .with("结束", "Ended", BackupController.Item::endedAt)
                .with("字节数", "Bytes", BackupController.Item::bytes)
                .with("文件数", "Files", BackupController.Item::files)
                .with("可恢复到", "Restorable up to", BackupController.Item::restorableUntil)
                .with("版本", "Release", BackupController.Item::release)
                .with("目录", "Folder", BackupController.Item::folder));
    }
}
