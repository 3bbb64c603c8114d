package org.chengshu.alarm.storm;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.AlarmError;
import org.chengshu.alarm.Subject;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Storms as somebody sees them who sees one of their alarms. */
@RestController
@RequestMapping(StormResource.PATH)
class StormResource implements SheetSource {
    static final String PATH = "/api/alarm/v1/storms";
    private static final String READ = "alarm:read";
    private static final Table<Record> STORM = DSL.table(DSL.name("cs_alarm", "storm"));
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<OffsetDateTime> STARTED =
            DSL.field(DSL.name("started_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<OffsetDateTime> ENDED =
            DSL.field(DSL.name("ended_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final DSLContext db;

    StormResource(DSLContext db) {
        this.db = db;
    }

    @GetMapping
    @Access(value = READ, audit = Access.NOT_AUDITED)
    CursorPage<StormItem> list(@RequestParam(defaultValue = "open") String state, Viewer viewer, Cursor cursor) {
        Condition wanted =
                switch (state) {
                    case "open" -> ENDED.isNull();
                    case "over" -> ENDED.isNotNull();
                    case "all" -> DSL.noCondition();
                    default ->
                        throw new Fault(AlarmError.ALARM_FILTER_WRONG, "state is open, over or all, not " + state);
                };
        return Keyset.fetch(seen(viewer).and(wanted), cursor, STARTED, ID, StormResource::item);
    }

    @GetMapping("/{id}")
    @Access(value = READ, audit = Access.NOT_AUDITED)
    StormItem get(@PathVariable UUID id, Viewer viewer) {
        return seen(viewer)
                .and(ID.eq(id))
                .fetchOptional(StormResource::item)
                .orElseThrow(() -> new Fault(AlarmError.STORM_UNKNOWN, "no storm " + id));
    }

    private SelectConditionStep<Record> seen(Viewer viewer) {
        Condition within = viewer.scope(READ).within(DSL.field(DSL.name("a", "area_path"), String.class));
        Table<Record> counts = DSL.table(
                        "lateral (select count(*) as members, count(*) filter (where a.cleared_at is null)"
                                + " as open from cs_alarm.alarm a where a.storm_id = storm.id and {0})",
                        within)
                .as("n");
        return db.select(DSL.asterisk())
                .from(STORM)
                .crossJoin(counts)
                .where(DSL.field("n.members", Integer.class).gt(0));
    }

    private static StormItem item(Record row) {
        return new StormItem(
                row.get(ID),
                row.get("scope", String.class),
                row.get("key", String.class),
                Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                row.get("severity", Integer.class),
                row.get("root_alarm", UUID.class),
                new Subject(row.get("root_kind", String.class), row.get("root_id", String.class)),
                row.get("root_why", String.class),
                row.get("area_path", String.class),
                row.get(STARTED).toInstant(),
                Optional.ofNullable(row.get(ENDED)).map(OffsetDateTime::toInstant),
                row.get("members", Integer.class),
                row.get("open", Integer.class));
    }

    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(StormItem.class, PATH, "告警风暴", "Alarm storms")
                .with("名称", "Title", StormItem::title)
                .with("开始", "Began", StormItem::startedAt)
                .with("结束", "Ended", StormItem::endedAt)
                .with("级别", "Severity", StormItem::severity)
                .with("告警数", "Alarms", StormItem::members)
                .with("未解除", "Open", StormItem::open)
                .with("首要对象", "Root", storm -> storm.cause().id())
                .with("依据", "Found by", StormItem::why)
                .with("编号", "Id", StormItem::id));
    }
}
