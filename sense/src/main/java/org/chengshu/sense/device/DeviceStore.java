package org.chengshu.sense.device;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.Device;
import org.chengshu.sense.Lifecycle;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Component
final class DeviceStore {
    private static final String ROWS = """
            with d as (
                select * from jsonb_to_recordset(?::jsonb) as d (code text, product text, zh text, en text, area text,
                    area_path text, longitude float8, latitude float8, owner text, tags jsonb, stage text, retired boolean,
                    parent text)
            )
            """;

    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;
    private final Transactions transactions;
    private final DeviceReader reader;

    DeviceStore(DSLContext db, JsonMapper json, Clock clock, Transactions transactions) {
        this.db = db;
        this.json = json;
        this.clock = clock;
        this.transactions = transactions;
        this.reader = new DeviceReader(json);
    }

    /**
     * Registers or describes anew, in two statements however many. What is there already is not inserted first, because
     * each attempt would use up a number.
     */
    void put(List<Device> devices, Optional<String> pack) {
        String rows = json.writeValueAsString(rows(devices));
        String[] made = db.fetch(ROWS + """
                insert into cs_sense.device (code, product, title_zh, title_en, area, area_path, longitude, latitude,
                    owner, tags, stage, retired, parent, pack, created_at, changed_at)
                select d.code, d.product, d.zh, d.en, d.area, d.area_path, d.longitude, d.latitude, d.owner, d.tags,
                    d.stage, d.retired, d.parent, ?, ?::timestamptz, ?::timestamptz
                from d
                where not exists (select from cs_sense.device old where old.code = d.code)
                order by d.code
                on conflict (code) do nothing
                returning code""", rows, pack.orElse(null), now(), now())
                .map(row -> row.get(0, String.class))
                .toArray(String[]::new);
        db.execute(ROWS + """
                update cs_sense.device old set product = d.product, title_zh = d.zh, title_en = d.en, area = d.area,
                    area_path = d.area_path, longitude = d.longitude, latitude = d.latitude, owner = d.owner,
                    tags = d.tags, stage = d.stage, retired = d.retired, parent = d.parent,
                    pack = coalesce(?, old.pack),
                    version = old.version + 1, changed_at = ?::timestamptz
                from d where old.code = d.code and not old.code = any(?)""", rows, pack.orElse(null), now(), made);
        makeSeries(devices.stream().map(Device::code).toArray(String[]::new));
    }

    private void makeSeries(String[] codes) {
        db.execute("""
                insert into cs_sense.series (device, property, unit, type)
                select d.id, p ->> 'id', p ->> 'unit', p ->> 'type'
                from cs_sense.device d
                join cs_sense.product pr on pr.id = d.product
                cross join jsonb_array_elements(pr.body -> 'properties') p
                where d.code = any(?)
                on conflict (device, property) where former_since is null do nothing""", (Object) codes);
        db.execute("""
                insert into cs_sense.device_state (device)
                select id from cs_sense.device where code = any(?)
                on conflict (device) do nothing""", (Object) codes);
    }

    /** Answers who was retired. */
    List<String> retireOthers(String pack, List<String> codes) {
        return db.fetch(
                        "update cs_sense.device set retired = true, version = version + 1, changed_at = ?::timestamptz"
                                + " where pack = ? and not retired and not code = any(?) returning code",
                        now(),
                        pack,
                        codes.toArray(String[]::new))
                .map(row -> row.get(0, String.class));
    }

    /** Those that no pack brought, by code. */
    List<Device> madeByHand() {
        List<Device> devices = new ArrayList<>();
        load(new Which("not d.retired and d.pack is null", List.of()), stored -> devices.add(stored.device()));
        devices.sort((one, other) -> one.code().compareTo(other.code()));
        return devices;
    }

    /** The version of each of these that is there, for whoever says which one is to be changed; locked until the end. */
    Optional<Integer> lockVersion(String code) {
        return db.fetchOptional("select version from cs_sense.device where code = ? for update", code)
                .map(row -> row.get(0, Integer.class));
    }

    int version(String code) {
        return db.fetchOptional("select version from cs_sense.device where code = ?", code)
                .map(row -> row.get(0, Integer.class))
                .orElse(0);
    }

    int load(Which which, Consumer<Stored> to) {
        return transactions.active()
                ? transactions.onConnection(connection -> reader.read(connection, which, to))
                : transactions.call(() -> transactions.onConnection(connection -> reader.read(connection, which, to)));
    }

    private ArrayNode rows(List<Device> devices) {
        ArrayNode rows = json.createArrayNode();
        for (Device device : devices) {
            boolean retired = device.lifecycle() == Lifecycle.RETIRED;
            ObjectNode row = rows.addObject()
                    .put("code", device.code())
                    .put("product", device.product())
                    .put("zh", device.title().zh())
                    .put("en", device.title().en())
                    .put("area", device.area().orElse(null))
                    .put("area_path", device.areaPath())
                    .put("owner", device.owner().orElse(null))
                    .put("stage", (retired ? Lifecycle.ACTIVE : device.lifecycle()).word())
                    .put("retired", retired)
                    .put("parent", device.parent().orElse(null));
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
    record Stored(int id, Device device, Map<String, Integer> series) {}

    /** Which devices are read: a condition on {@code d} with at most one array of texts. */
    record Which(String condition, List<String> keys) {
        static Which all() {
            return new Which("true", List.of());
        }

        static Which these(List<String> codes) {
            return codes.isEmpty() ? none() : new Which("d.code = any(?)", codes);
        }

        static Which ofProducts(List<String> products) {
            return products.isEmpty() ? none() : new Which("d.product = any(?)", products);
        }

        private static Which none() {
            return new Which("false", List.of());
        }
    }
}
