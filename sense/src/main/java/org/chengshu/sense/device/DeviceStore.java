package org.chengshu.sense.device;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;
import org.chengshu.sense.Device;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Component
final class DeviceStore {
    private static final TypeReference<Map<String, String>> TAGS = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    DeviceStore(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** Registers or describes anew, in one statement however many. */
    void put(List<Device> devices, Optional<String> pack) {
        db.execute("""
                insert into cs_sense.device (code, product, title_zh, title_en, area, area_path, longitude, latitude,
                    owner, tags, pack, created_at, changed_at)
                select d.code, d.product, d.zh, d.en, d.area, d.area_path, d.longitude, d.latitude, d.owner, d.tags,
                    ?, ?::timestamptz, ?::timestamptz
                from jsonb_to_recordset(?::jsonb) as d (code text, product text, zh text, en text, area text,
                    area_path text, longitude float8, latitude float8, owner text, tags jsonb)
                order by d.code
                on conflict (code) do update set product = excluded.product, title_zh = excluded.title_zh,
                    title_en = excluded.title_en, area = excluded.area, area_path = excluded.area_path,
                    longitude = excluded.longitude, latitude = excluded.latitude, owner = excluded.owner,
                    tags = excluded.tags, pack = excluded.pack, retired = false, changed_at = excluded.changed_at""", pack.orElse(null), now(), now(), json.writeValueAsString(rows(devices)));
        makeSeries(devices.stream().map(Device::code).toArray(String[]::new));
    }

    private void makeSeries(String[] codes) {
        db.execute("""
                insert into cs_sense.series (device, property, unit)
                select d.id, p ->> 'id', p ->> 'unit'
                from cs_sense.device d
                join cs_sense.product pr on pr.id = d.product
                cross join jsonb_array_elements(pr.body -> 'properties') p
                where d.code = any(?)
                on conflict (device, property) do nothing""", (Object) codes);
        db.execute("""
                insert into cs_sense.device_state (device)
                select id from cs_sense.device where code = any(?)
                on conflict (device) do nothing""", (Object) codes);
    }

    void retireOthers(String pack, List<String> codes) {
        db.execute(
                "update cs_sense.device set retired = true where pack = ? and not code = any(?)",
                pack,
                codes.toArray(String[]::new));
    }

    /** Those that no pack brought, by code. */
    List<Device> madeByHand() {
        return db.fetch("select * from cs_sense.device where not retired and pack is null order by code")
                .map(this::device);
    }

    /** The devices with these codes, or all. */
    List<StoredDevice> load(Optional<List<String>> codes) {
        String[] wanted = codes.map(list -> list.toArray(String[]::new)).orElse(null);
        Map<Integer, Map<String, Integer>> series = new HashMap<>();
        db.fetch("""
                        select s.device, s.property, s.id from cs_sense.series s
                        join cs_sense.device d on d.id = s.device
                        where ?::text[] is null or d.code = any(?::text[])""", wanted, wanted)
                .forEach(row -> series.computeIfAbsent(row.get("device", Integer.class), id -> new HashMap<>())
                        .put(row.get("property", String.class), row.get("id", Integer.class)));
        Result<Record> rows = db.fetch("""
                select * from cs_sense.device where not retired and (?::text[] is null or code = any(?::text[]))""", wanted, wanted);
        List<StoredDevice> devices = new ArrayList<>(rows.size());
        for (Record row : rows) {
            int id = row.get("id", Integer.class);
            devices.add(new StoredDevice(id, device(row), series.getOrDefault(id, Map.of())));
        }
        return devices;
    }

    private Device device(Record row) {
        Double longitude = row.get("longitude", Double.class);
        Double latitude = row.get("latitude", Double.class);
        return new Device(
                row.get("code", String.class),
                row.get("product", String.class),
                Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                Optional.ofNullable(row.get("area", String.class)),
                row.get("area_path", String.class),
                longitude == null || latitude == null
                        ? Optional.empty()
                        : Optional.of(new Position(longitude, latitude)),
                Optional.ofNullable(row.get("owner", String.class)),
                json.readValue(row.get("tags", String.class), TAGS));
    }

    private ArrayNode rows(List<Device> devices) {
        ArrayNode rows = json.createArrayNode();
        for (Device device : devices) {
            ObjectNode row = rows.addObject()
                    .put("code", device.code())
                    .put("product", device.product())
                    .put("zh", device.title().zh())
                    .put("en", device.title().en())
                    .put("area", device.area().orElse(null))
                    .put("area_path", device.areaPath())
                    .put("owner", device.owner().orElse(null));
            device.position()
                    .ifPresent(at -> row.put("longitude", at.longitude()).put("latitude", at.latitude()));
            ObjectNode tags = row.putObject("tags");
            device.tags().forEach(tags::put);
        }
        return rows;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** A device as it stands in the database, with the numbers of its series by property. */
    record StoredDevice(int id, Device device, Map<String, Integer> series) {}
}
