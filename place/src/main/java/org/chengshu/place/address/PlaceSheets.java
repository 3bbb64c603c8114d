package org.chengshu.place.address;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class PlaceSheets implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(AreaNameView.class, "/api/place/v1/area-names", "区域别名", "Names of areas")
                .with("区域", "Area", AreaNameView::area)
                .with("区域名称", "Name of the area", AreaNameView::areaName)
                .with("别名", "Other name", AreaNameView::name)
                .with("旧称", "Former", AreaNameView::former)
                .with("配置包", "Pack", AreaNameView::pack));
    }
}
