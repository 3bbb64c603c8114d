package org.chengshu.sense.fleet;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.SearchEntry;
import org.chengshu.core.spi.SearchHit;
import org.chengshu.core.spi.SearchSource;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Device;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.DeviceRights;
import org.chengshu.sense.device.KnownDevice;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Lets devices be found by code and name. */
@Component
final class DeviceSearch implements SearchSource {
    private final DSLContext db;
    private final DeviceRegistry registry;

    DeviceSearch(DSLContext db, DeviceRegistry registry) {
        this.db = db;
        this.registry = registry;
    }

    @Override
    public String kind() {
        return "device";
    }

    @Override
    public Text title() {
        return Text.of("设备", "Devices");
    }

    @Override
    public String permission() {
        return DeviceRights.READ;
    }

    @Override
    public void entries(Optional<Instant> since, Consumer<SearchEntry> to) {
        db.fetch(
                        "select code, product, title_zh, title_en, area_path from cs_sense.device"
                                + " where changed_at >= ?::timestamptz and not retired",
                        since.orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC))
                .forEach(row -> to.accept(entry(row)));
    }

    private static SearchEntry entry(Record row) {
        return new SearchEntry(
                row.get("code", String.class),
                Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                List.of(),
                row.get("product", String.class),
                Optional.of(row.get("area_path", String.class)));
    }

    @Override
    public List<SearchHit> hits(List<String> ids, Viewer viewer) {
        return ids.stream()
                .flatMap(code -> registry.find(code).stream())
                .map(KnownDevice::device)
                .filter(device -> viewer.may(DeviceRights.READ, device.areaPath()))
                .map(this::hit)
                .toList();
    }

    private SearchHit hit(Device device) {
        String hint = device.code() + " · " + device.product();
        return new SearchHit(kind(), device.code(), device.title(), Text.of(hint, hint), "/devices/" + device.code());
    }
}
