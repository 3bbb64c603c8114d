package org.chengshu.core.packs.internal;

import java.util.List;
import org.chengshu.core.packs.InstalledPack;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
class PackSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(InstalledPack.class, "/api/core/v1/packs", "主题包", "Packs")
                .with("编号", "Id", InstalledPack::id)
                .with("名称", "Title", InstalledPack::title)
                .with("版本", "Version", InstalledPack::version)
                .with("说明", "Description", InstalledPack::description)
                .with("依赖", "Requires", InstalledPack::requires)
                .with("安装时间", "Applied", InstalledPack::appliedAt)
                .with("安装人", "By", InstalledPack::appliedBy));
    }
}
