package org.chengshu.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.jooq.DSLContext;

/** Puts lamps into the town and looks at them as different people. */
public final class LampWorld {
    private final DSLContext sql;

    public LampWorld(DSLContext sql) {
        this.sql = sql;
    }

    public LampWorld empty() {
        sql.execute("truncate cs_town.lamp");
        return this;
    }

    public LampWorld lamp(String name, String area, Double power, String seenAt) {
        OffsetDateTime seen = seenAt == null ? null : Instant.parse(seenAt).atOffset(ZoneOffset.UTC);
        sql.execute(
                """
                insert into cs_town.lamp (name, area_path, lit, power, warmth, flickers, seen_at, installed_on, keeper_phone)
                values (?, ?, ?, ?, ?, ?, cast(? as timestamptz), ?, ?)
                """,
                name,
                area,
                power != null,
                power,
                power,
                name.length(),
                seen,
                LocalDate.of(2026, 1, 1),
                "139-" + name);
        return this;
    }

    public static Viewer clerk(String areaPath, String... permissions) {
        return new Viewer(new UUID(0, 7), "li", "Li", Set.of(permissions), areaPath, Optional.empty());
    }

    public static Viewer reader() {
        return clerk("/", Datasets.READ);
    }
}
