package org.chengshu.sense.fleet;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.kernel.geo.Position;
import org.springframework.stereotype.Component;

@Component
final class DeviceSheet implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(DeviceItem.class, "/api/sense/v1/devices", "设备", "Devices")
                .with("编码", "Code", DeviceItem::code)
                .with("名称", "Title", DeviceItem::title)
                .with("产品", "Product", DeviceItem::product)
                .with("状态", "Status", DeviceItem::status)
                .with("已连接", "Connected", DeviceItem::online)
                .with("最近上报", "Last seen", DeviceItem::lastSeen)
                .with("区域", "Area", DeviceItem::area)
                .with("区域路径", "Area path", DeviceItem::areaPath)
                .with("经度", "Longitude", device -> device.position().map(Position::longitude))
                .with("纬度", "Latitude", device -> device.position().map(Position::latitude))
                .with("权属", "Owner", DeviceItem::owner)
                .with("生命周期", "Lifecycle", device -> device.lifecycle().title())
                .with("上级设备", "Parent", DeviceItem::parent)
                .with("标签", "Tags", DeviceItem::tags));
    }
}
