package org.chengshu.sense.link;

import java.util.List;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.sense.Devices;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class LinkController implements SheetSource {
    private static final String PATH = "/api/sense/v1/devices/{code}/connections";

    private final LinkStore store;
    private final Devices devices;
    private final DeviceRegistry registry;

    LinkController(LinkStore store, Devices devices, DeviceRegistry registry) {
        this.store = store;
        this.devices = devices;
        this.registry = registry;
    }

    @GetMapping(PATH)
    @Access(value = "sense:read", audit = Access.NOT_AUDITED)
    CursorPage<LinkItem> list(@PathVariable("code") String code, Cursor cursor, Viewer viewer) {
        devices.get(code, viewer);
        KnownDevice device = registry.find(code).orElseThrow();
        return store.list(device.id(), cursor);
    }

    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(LinkItem.class, PATH, "上下线记录", "Connections")
                .with("接入口", "Door", LinkItem::door)
                .with("地址", "Address", LinkItem::address)
                .with("客户端", "Client", LinkItem::client)
                .with("协议", "Protocol", LinkItem::version)
                .with("上线时间", "Connected", LinkItem::connectedAt)
                .with("离线时间", "Disconnected", LinkItem::disconnectedAt)
                .with("原因", "Reason", LinkItem::title)
                .with("说明", "Detail", LinkItem::detail));
    }
}
