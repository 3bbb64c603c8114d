package org.chengshu.core.packs.internal.lists;

import java.util.List;
import org.chengshu.core.packs.InstalledPack;
import org.chengshu.core.packs.PackRevision;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
class PackSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(packs(), revisions());
    }

    private static ListSheet<InstalledPack> packs() {
        return ListSheet.of(InstalledPack.class, "/api/core/v1/packs", "主题包", "Packs")
                .with("编号", "Id", InstalledPack::id)
                .with("名称", "Title", InstalledPack::title)
                .with("版本", "Version", InstalledPack::version)
                .with("说明", "Description", InstalledPack::description)
                .with("依赖", "Requires", InstalledPack::requires)
                .with("安装时间", "Applied", InstalledPack::appliedAt)
                .with("安装人", "By", InstalledPack::appliedBy);
    }

    private static ListSheet<PackRevision> revisions() {
        return ListSheet.of(PackRevision.class, "/api/core/v1/packs/{id}/history", "主题包修订", "Revisions")
                .with("修订", "Revision", PackRevision::revision)
                .with("版本", "Version", PackRevision::version)
                .with("操作", "Act", revision -> revision.act().word())
                .with("变化", "Changes", PackRevision::summary)
                .with("生效中", "In force", PackRevision::inForce)
                .with("时间", "Time", PackRevision::at)
                .with("操作人", "By", PackRevision::by);
    }
}
