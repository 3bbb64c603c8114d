package org.chengshu.alarm.maintenance;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chengshu.alarm.Subject;
import org.chengshu.core.access.Scope;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

@Component
final class MaintenanceStore {
    private static final Table<Record> WINDOW = DSL.table(DSL.name("cs_alarm", "maintenance"));
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<String> AREA_PATH = DSL.field(DSL.name("area_path"), SQLDataType.CLOB);
    private static final Field<OffsetDateTime> STARTS = time("starts_at");
    private static final Field<OffsetDateTime> ENDS = time("ends_at");
    private static final Field<OffsetDateTime> ENDED = time("ended_at");

    private final DSLContext db;

    MaintenanceStore(DSLContext db) {
        this.db = db;
    }

    private static Field<OffsetDateTime> time(String name) {
        return DSL.field(DSL.name(name), SQLDataType.TIMESTAMPWITHTIMEZONE);
    }

    /** Those that have begun and are not over; the hours of the week are not looked at. */
    List<MaintenanceWindow> begun(Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        return db.selectFrom(WINDOW)
                .where(STARTS.le(at))
                .and(notOver(at))
                .orderBy(STARTS, ID)
                .fetch(MaintenanceStore::read);
    }

    private static Condition notOver(OffsetDateTime at) {
        return ENDS.isNull().or(ENDS.gt(at)).and(ENDED.isNull().or(ENDED.gt(at)));
    }

    CursorPage<MaintenanceWindow> list(Scope scope, Optional<Boolean> over, Instant now, Cursor cursor) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        Condition wanted =
                over.map(past -> past ? DSL.not(notOver(at)) : notOver(at)).orElseGet(DSL::noCondition);
        return Keyset.fetch(
                db.selectFrom(WINDOW).where(scope.within(AREA_PATH)).and(wanted),
                cursor,
                STARTS,
                ID,
                MaintenanceStore::read);
    }

    Optional<MaintenanceWindow> find(UUID id, Scope scope) {
        return db.selectFrom(WINDOW)
                .where(ID.eq(id))
                .and(scope.within(AREA_PATH))
                .fetchOptional(MaintenanceStore::read);
    }

    Optional<MaintenanceWindow> lock(UUID id, Scope scope) {
        return db.selectFrom(WINDOW)
                .where(ID.eq(id))
                .and(scope.within(AREA_PATH))
                .forUpdate()
                .fetchOptional(MaintenanceStore::read);
    }

    /** Makes it, or writes it anew with its next version. */
    void put(MaintenanceWindow window) {
        MaintenanceWindow.Extent extent = window.extent();
        MaintenanceWindow.Period period = window.period();
        db.execute(
                """
                insert into cs_alarm.maintenance (
                    id, area_path, area, rule_id, subject_kind, subject_id, tag, starts_at, ends_at, days, day_from,
                    day_to, reason, created_by, created_at)
                values (?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz), cast(? as timestamptz), cast(? as smallint[]),
                        cast(? as time), cast(? as time), ?, ?, cast(? as timestamptz))
                on conflict (id) do update set
                    area_path = excluded.area_path, area = excluded.area, rule_id = excluded.rule_id,
                    subject_kind = excluded.subject_kind, subject_id = excluded.subject_id, tag = excluded.tag,
                    starts_at = excluded.starts_at, ends_at = excluded.ends_at, days = excluded.days,
                    day_from = excluded.day_from, day_to = excluded.day_to, reason = excluded.reason,
                    version = maintenance.version + 1
                """,
                window.id(),
                extent.areaPath(),
                extent.area().orElse(null),
                extent.rule().orElse(null),
                extent.subject().map(Subject::kind).orElse(null),
                extent.subject().map(Subject::id).orElse(null),
                extent.tag().orElse(null),
                period.startsAt(),
                period.endsAt().orElse(null),
                period.weekly()
                        .map(week -> week.days().stream()
                                .map(day -> (short) day.getValue())
                                .toArray(Short[]::new))
                        .orElseGet(() -> new Short[0]),
                period.weekly().map(Weekly::from).map(LocalTime::toString).orElse(null),
                period.weekly().map(Weekly::to).map(LocalTime::toString).orElse(null),
                window.reason(),
                window.making().createdBy(),
                window.making().createdAt());
    }

    void end(UUID id, Instant at, String by) {
        db.execute("""
                update cs_alarm.maintenance set ended_at = cast(? as timestamptz), ended_by = ?, version = version + 1
                where id = ?
                """, at, by, id);
    }

    int suppressed(UUID id) {
        return db.fetchSingle("""
                        select count(*) from cs_alarm.alarm
                        where suppression = 'window' and suppressor = ? and cleared_at is null and not historical
                        """, id.toString()).get(0, Integer.class);
    }

    private static MaintenanceWindow read(Record row) {
        return new MaintenanceWindow(
                row.get(ID),
                new MaintenanceWindow.Extent(
                        row.get(AREA_PATH),
                        text(row, "area"),
                        text(row, "rule_id"),
                        text(row, "subject_kind").map(kind -> new Subject(kind, row.get("subject_id", String.class))),
                        text(row, "tag")),
                new MaintenanceWindow.Period(row.get(STARTS).toInstant(), maybe(row, ENDS), weekly(row)),
                row.get("reason", String.class),
                new MaintenanceWindow.Making(
                        row.get("created_by", String.class),
                        row.get("created_at", OffsetDateTime.class).toInstant(),
                        maybe(row, ENDED),
                        text(row, "ended_by"),
                        row.get("version", Long.class)));
    }

    private static Optional<Weekly> weekly(Record row) {
        return Optional.ofNullable(row.get("day_from", LocalTime.class))
                .map(from -> new Weekly(
                        Arrays.stream(row.get("days", Short[].class))
                                .map(day -> DayOfWeek.of(day))
                                .collect(Collectors.toSet()),
                        from,
                        row.get("day_to", LocalTime.class)));
    }

    private static Optional<String> text(Record row, String name) {
        return Optional.ofNullable(row.get(name, String.class));
    }

    private static Optional<Instant> maybe(Record row, Field<OffsetDateTime> field) {
        return Optional.ofNullable(row.get(field)).map(OffsetDateTime::toInstant);
    }
}
