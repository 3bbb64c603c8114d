package org.chengshu.sense.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackLines;
import org.chengshu.core.packs.PackSection;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Devices;
import org.chengshu.sense.Door;
import org.chengshu.sense.NewDevice;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.codec.Plain;
import org.chengshu.sense.store.ReadingStore;
import org.chengshu.wire.Value;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sets a scene: installs items of packs, registers devices, looks into the books. */
@TestComponent
public final class SenseWorld {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Instant EVER = Instant.parse("2100-01-01T00:00:00Z");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, PackSection> sections = new HashMap<>();
    private final Transactions transactions;
    private final Devices devices;
    private final ReadingStore readings;
    private final DSLContext db;

    SenseWorld(
            List<PackSection> sections,
            Transactions transactions,
            Devices devices,
            ReadingStore readings,
            DSLContext db) {
        sections.forEach(section -> this.sections.put(section.name(), section));
        this.transactions = transactions;
        this.devices = devices;
        this.readings = readings;
        this.db = db;
    }

    /** A station with numbers pm25 (0..1000) and level, a truth value on, a text note, and silence after three hours; it can be switched. */
    public static String station(String id) {
        return """
                {"id": "%s", "title": {"zh": "站", "en": "Station"}, "maxSilence": "PT3H", "silenceSeverity": 1,
                 "properties": [
                   {"id": "pm25", "title": {"zh": "细颗粒物", "en": "PM2.5"}, "type": "number", "unit": "ug/m3", "range": [0, 1000]},
                   {"id": "level", "title": {"zh": "水位", "en": "Level"}, "type": "number"},
                   {"id": "on", "title": {"zh": "开", "en": "On"}, "type": "boolean"},
                   {"id": "note", "title": {"zh": "注", "en": "Note"}, "type": "text"}],
                 "functions": [
                   {"id": "switch", "title": {"zh": "开关", "en": "Switch"}, "arguments": [
                     {"id": "on", "title": {"zh": "开", "en": "On"}, "type": "boolean"},
                     {"id": "level", "title": {"zh": "亮度", "en": "Level"}, "type": "number", "range": [0, 100],
                      "required": false}]}]}""".formatted(id);
    }

    public static String heavy(String id, String product) {
        return """
                {"id": "%s", "product": "%s", "title": {"zh": "重度", "en": "Heavy"}, "severity": 3,
                 "when": "pm25 > 150", "for": "PT2H", "clear": "pm25 < 115"}""".formatted(id, product);
    }

    /** Applies items as a pack of that id would. */
    public SenseWorld pack(String pack, Map<String, List<String>> itemsBySection) {
        transactions.run(() -> List.of("products", "rules", "mappings", "devices", "derived", "groups")
                .forEach(name -> {
                    List<PackItem> items = new ArrayList<>();
                    itemsBySection.getOrDefault(name, List.of()).forEach(text -> items.add(item(JSON.readTree(text))));
                    if (sections.containsKey(name)) {
                        sections.get(name).apply(pack, items);
                    }
                }));
        return this;
    }

    public static PackItem item(JsonNode json) {
        String id =
                json.has("id") ? json.get("id").stringValue() : json.get("code").stringValue();
        return new PackItem(id, json, "test.yaml", new PackLines(Map.of("", 1)));
    }

    /** A fresh station product with the heavy rule; its id is returned, the rule is {@code heavy-<id>}. */
    public String freshProduct() {
        String id = "station-" + NUMBER.incrementAndGet();
        pack("pack-" + id, Map.of("products", List.of(station(id)), "rules", List.of(heavy("heavy-" + id, id))));
        return id;
    }

    public String freshDevice(String product) {
        String code = "d-" + NUMBER.incrementAndGet();
        devices.create(List.of(NewDevice.bare(code, product)), Viewer.system());
        return code;
    }

    public String freshDevice(String product, String area) {
        String code = "d-" + NUMBER.incrementAndGet();
        devices.create(
                List.of(new NewDevice(
                        code,
                        product,
                        Text.of(code, code),
                        Optional.of(area),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of())),
                Viewer.system());
        return code;
    }

    public String token(String device) {
        return devices.issueTokens(List.of(device), Viewer.system()).get(device);
    }

    /** A command of the device that was answered long ago; its number. */
    public int oldCommand(String device) {
        return db.fetchSingle("""
                        insert into cs_sense.command (device, name, arguments, state, timeout_ms, retries, created_at,
                            created_by, expires_at)
                        select id, 'switch', '{"on": true}', 'answered', 1000, 0, now(), 'test', now()
                        from cs_sense.device where code = ? returning id""", device).get(0, Integer.class);
    }

    public Receipt counter(Door door) {
        return db.fetchOptional("""
                        select sum(stored) as stored, sum(duplicate) as duplicate, sum(rejected) as rejected, sum(late) as late
                        from cs_sense.counter where door = ? having count(*) > 0""", door.word())
                .map(row -> new Receipt(
                        row.get("stored", Integer.class),
                        row.get("duplicate", Integer.class),
                        row.get("rejected", Integer.class),
                        row.get("late", Integer.class)))
                .orElse(Receipt.NOTHING);
    }

    /** The reasons of a device's kept rejections, oldest first. */
    public List<String> reasons(String device) {
        return db.fetch("select reason from cs_sense.rejection where device_code = ? order by id", device)
                .map(row -> row.get(0, String.class));
    }

    public int rejected(String device) {
        return db.fetchOptional("select values_lost from cs_sense.rejection_count where device_code = ?", device)
                .map(row -> row.get(0, Integer.class))
                .orElse(0);
    }

    /** All readings of a device as {@code property time value}, by property and time. */
    public List<String> readings(String device) {
        List<String> all = new ArrayList<>();
        db.fetch("""
                        select s.property, s.id from cs_sense.series s
                        join cs_sense.device d on d.id = s.device where d.code = ? order by 1""", device).forEach(row -> readings.points(
                        row.get("id", Integer.class), Instant.EPOCH, EVER, Integer.MAX_VALUE)
                .forEach(point -> all.add(row.get("property") + " " + point.time() + " " + words(point.value()))));
        return all;
    }

    /** The numbers of a series in [from, to). */
    public NavigableMap<Instant, Double> numbers(String device, String property, Instant from, Instant to) {
        NavigableMap<Instant, Double> all = new TreeMap<>();
        db.fetch(
                        "select s.id from cs_sense.series s join cs_sense.device d on d.id = s.device"
                                + " where d.code = ? and s.property = ?",
                        device,
                        property)
                .forEach(row -> readings.points(row.get("id", Integer.class), from, to, Integer.MAX_VALUE)
                        .forEach(point -> {
                            if (point.value() instanceof Value.Num(double number)) {
                                all.put(point.time(), number);
                            }
                        }));
        return all;
    }

    private static String words(Value value) {
        return value instanceof Value.Num(double number) && number == Math.rint(number)
                ? String.valueOf((long) number)
                : String.valueOf(Plain.of(value));
    }
}
