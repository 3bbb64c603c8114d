package org.chengshu.sense.groups;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class GroupSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(GroupController.Item.class, "/api/sense/v1/groups", "设备组", "Groups of devices")
                .with("编号", "Id", GroupController.Item::id)
                .with("名称", "Title", GroupController.Item::title)
                .with("设备数", "Devices", GroupController.Item::size)
                .with("产品", "Product", group -> group.query().flatMap(query -> query.product()))
                .with("区域", "Area", group -> group.query().flatMap(query -> query.area()))
                .with("标签", "Tags", group -> group.query().map(query -> query.tags()))
                .with("配置包", "Pack", GroupController.Item::pack));
    }
}
