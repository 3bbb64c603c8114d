package org.chengshu.indicator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.jooq.DSLContext;

/** Fills the town with facts. */
public final class Town {
    public static final String EAST = "/310000/310101/";
    public static final String WEST = "/310000/310102/";

    private final DSLContext sql;

    public Town(DSLContext sql) {
        this.sql = sql;
    }

    public Town empty() {
        sql.execute("truncate cs_town.reading_hour, cs_town.job, cs_indicator.value, cs_indicator.former_value");
        return this;
    }

    /** The same value for each hour of some hours. */
    public Town hours(String device, String area, String property, String from, int hours, double value) {
        sql.execute(
                """
                insert into cs_town.reading_hour
                select ?, 'station', ?, ?, cast(? as timestamptz) + i * interval '1 hour', ?, ?, ?, ?, 1, 'ug/m3'
                from generate_series(0, ? - 1) i
                on conflict (hour, device, property) do update set avg = excluded.avg
                """,
                device,
                property,
                area,
                Instant.parse(from).atOffset(ZoneOffset.UTC),
                value,
                value,
                value,
                value,
                hours);
        return this;
    }

    public UUID caseClosed(String kind, String department, String area, String closedAt, double hours) {
        UUID id = UUID.randomUUID();
        Instant closed = Instant.parse(closedAt);
        sql.execute(
                "insert into cs_town.job values (?, ?, 'close', ?, ?, ?::timestamptz, ?::timestamptz, ?, 'wang')",
                id,
                kind,
                department,
                area,
                closed.minusSeconds((long) (hours * 3_600)).atOffset(ZoneOffset.UTC),
                closed.atOffset(ZoneOffset.UTC),
                hours);
        return id;
    }

    public static Viewer viewer(String areaPath, String... permissions) {
        return new Viewer(new UUID(0, 9), "chen", "Chen", Set.of(permissions), areaPath, Optional.empty());
    }
}
