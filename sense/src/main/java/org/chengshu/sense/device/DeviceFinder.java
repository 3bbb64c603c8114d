package org.chengshu.sense.device;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Device;
import org.chengshu.sense.DeviceStatus;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.store.Plain;
import org.chengshu.sense.store.Point;
import org.chengshu.sense.store.ReadingStore;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;

/** Finds devices for lists, newest first. */
@Component
final class DeviceFinder {
    private static final Field<String> CODE = field(name("d", "code"), String.class);
    private static final Field<String> PRODUCT = field(name("d", "product"), String.class);
    private static final Field<String> AREA_PATH = field(name("d", "area_path"), String.class);
    private static final Field<String> ZH = field(name("d", "title_zh"), String.class);
    private static final Field<String> EN = field(name("d", "title_en"), String.class);
    private static final Field<Boolean> RETIRED = field(name("d", "retired"), Boolean.class);
    private static final Field<OffsetDateTime> CREATED = field(name("d", "created_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> SEEN = field(name("st", "last_seen"), OffsetDateTime.class);

    private final DSLContext db;
    private final DeviceRegistry registry;
    private final ReadingStore readings;
    private final Areas areas;
    private final Clock clock;

    DeviceFinder(DSLContext db, DeviceRegistry registry, ReadingStore readings, Areas areas, Clock clock) {
        this.db = db;
        this.registry = registry;
        this.readings = readings;
        this.areas = areas;
        this.clock = clock;
    }

    CursorPage<DeviceItem> list(DeviceFilter filter, Viewer viewer, Cursor cursor) {
        CursorPage<Found> page = Keyset.fetch(
                query(narrowed(filter).and(DeviceRights.seenBy(viewer).within(AREA_PATH))),
                cursor,
                CREATED,
                CODE,
                this::found);
        Map<String, DeviceItem> items = items(page.items());
        return new CursorPage<>(
                page.items().stream()
                        .flatMap(one -> Optional.ofNullable(items.get(one.code())).stream())
                        .toList(),
                page.next());
    }

    DeviceItem get(String code, Viewer viewer) {
        return query(CODE.eq(code).and(DeviceRights.seenBy(viewer).within(AREA_PATH)))
                .fetchOptional(this::found)
                .flatMap(one -> Optional.ofNullable(items(List.of(one)).get(code)))
                .orElseThrow(() -> new Fault(SenseError.DEVICE_NOT_FOUND, "there is no device " + code));
    }

    private SelectConditionStep<Record> query(Condition condition) {
        return db.select(List.of(CODE, CREATED, SEEN, status().as("status")))
                .from(table(name("cs_sense", "device")).as("d"))
                .join(table(name("cs_sense", "device_state")).as("st"))
                .on(field(name("st", "device")).eq(field(name("d", "id"))))
                .join(table(name("cs_sense", "product")).as("p"))
                .on(field(name("p", "id")).eq(field(name("d", "product"))))
                .where(RETIRED.isFalse())
                .and(condition);
    }

    private Condition narrowed(DeviceFilter filter) {
        Condition condition = noCondition();
        if (filter.product().isPresent()) {
            condition = condition.and(PRODUCT.eq(filter.product().get()));
        }
        if (filter.area().isPresent()) {
            condition = condition.and(areas.reach(filter.area().get()).condition(AREA_PATH));
        }
        if (filter.words().isPresent()) {
            String words = filter.words().get();
            condition = condition.and(CODE.containsIgnoreCase(words)
                    .or(ZH.containsIgnoreCase(words))
                    .or(EN.containsIgnoreCase(words)));
        }
        if (filter.status().isPresent()) {
            condition = condition.and(status().eq(filter.status().get().word()));
        }
        return condition;
    }

    /** As {@link DeviceStatus} says, in SQL because lists are narrowed by it. */
    private Field<String> status() {
        return field("""
                case when st.last_seen is null then 'offline'
                when st.silent_since is not null or st.last_seen
                    + coalesce(p.max_silence_ms, 86400000) * interval '1 millisecond' < {0}::timestamptz then 'silent'
                else 'online' end""", String.class, val(clock.instant().atOffset(ZoneOffset.UTC)));
    }

    private Found found(Record row) {
        return new Found(
                row.get(CODE),
                DeviceStatus.ofWord(row.get("status", String.class)),
                Optional.ofNullable(row.get(SEEN)).map(OffsetDateTime::toInstant));
    }

    private Map<String, DeviceItem> items(List<Found> found) {
        List<Integer> series = new ArrayList<>();
        for (Found one : found) {
            registry.find(one.code())
                    .ifPresent(device -> device.series().values().forEach(ref -> series.add(ref.id())));
        }
        Map<Integer, Point> latest = readings.latest(series);
        Map<String, DeviceItem> items = new HashMap<>();
        for (Found one : found) {
            registry.find(one.code()).ifPresent(device -> items.put(one.code(), item(one, device, latest)));
        }
        return items;
    }

    private static DeviceItem item(Found found, KnownDevice known, Map<Integer, Point> latest) {
        Device device = known.device();
        return new DeviceItem(
                device.code(),
                device.product(),
                device.title(),
                device.area(),
                device.areaPath(),
                device.position(),
                device.owner(),
                device.tags(),
                found.status(),
                found.lastSeen(),
                latest(known, latest));
    }

    private static Map<String, DeviceItem.Latest> latest(KnownDevice known, Map<Integer, Point> latest) {
        Map<String, DeviceItem.Latest> values = new HashMap<>();
        known.series().forEach((property, series) -> {
            Point point = latest.get(series.id());
            if (point != null) {
                values.put(property, new DeviceItem.Latest(Plain.of(point.value()), point.time()));
            }
        });
        return values;
    }

    private record Found(String code, DeviceStatus status, Optional<Instant> lastSeen) {}
}
