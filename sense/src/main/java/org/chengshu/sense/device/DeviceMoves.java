package org.chengshu.sense.device;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.events.EventListener;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.TreeChanged;
import org.chengshu.kernel.geo.Position;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Keeps devices where their areas are now; the database remembers where they were. */
@Component
final class DeviceMoves implements EventListener<TreeChanged> {
    private final DSLContext db;
    private final Areas areas;
    private final DeviceRegistry registry;
    private final Clock clock;

    DeviceMoves(DSLContext db, Areas areas, DeviceRegistry registry, Clock clock) {
        this.db = db;
        this.areas = areas;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sense.device-moves";
    }

    @Override
    public Class<TreeChanged> type() {
        return TreeChanged.class;
    }

    @Override
    public void on(TreeChanged event, UUID eventId) {
        if (event.tree().equals("area")) {
            int moved = 0;
            for (Record place :
                    db.fetch("select distinct area, area_path from cs_sense.device where area is not null")) {
                moved += follow(place.get("area", String.class), place.get("area_path", String.class));
            }
            if (moved > 0) {
                registry.reloadAllAfterCommit();
            }
        }
    }

    private int follow(String code, String path) {
        Optional<Area> there = areas.find(code);
        if (there.isEmpty()) {
            return settleAnew(code, path);
        }
        return there.get().path().equals(path) ? 0 : move(code, path, there.get());
    }

    private int move(String code, String path, Area to) {
        return db.execute(
                "update cs_sense.device set area = ?, area_path = ?, changed_at = ?::timestamptz"
                        + " where area = ? and area_path = ?",
                to.code(),
                to.path(),
                clock.instant().atOffset(ZoneOffset.UTC),
                code,
                path);
    }

    // Its area was merged, split or closed: each device goes where it stands, else where all the rest went.
    private int settleAnew(String code, String path) {
        int moved = 0;
        for (Record device : db.fetch(
                "select id, longitude, latitude from cs_sense.device where area = ? and area_path = ?", code, path)) {
            Optional<Area> to = position(device).flatMap(areas::at).or(() -> areas.find(last(areas.present(path))));
            moved += to.map(area -> db.execute(
                            "update cs_sense.device set area = ?, area_path = ?, changed_at = ?::timestamptz where id = ?",
                            area.code(),
                            area.path(),
                            clock.instant().atOffset(ZoneOffset.UTC),
                            device.get("id", Integer.class)))
                    .orElse(0);
        }
        return moved;
    }

    private static Optional<Position> position(Record device) {
        Double longitude = device.get("longitude", Double.class);
        Double latitude = device.get("latitude", Double.class);
        return longitude == null || latitude == null
                ? Optional.empty()
                : Optional.of(new Position(longitude, latitude));
    }

    private static String last(String path) {
        String inner = path.substring(0, Math.max(1, path.length() - 1));
        return inner.substring(inner.lastIndexOf('/') + 1);
    }
}
