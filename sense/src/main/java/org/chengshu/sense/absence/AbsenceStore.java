package org.chengshu.sense.absence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
final class AbsenceStore {
    private final DSLContext db;

    AbsenceStore(DSLContext db) {
        this.db = db;
    }

    Set<Absence> all() {
        return new HashSet<>(db.fetch("select device, rule from cs_sense.absence")
                .map(row -> new Absence(row.get("device", Integer.class), row.get("rule", String.class))));
    }

    void put(Collection<Absence> absences, Instant since) {
        db.execute(
                """
                insert into cs_sense.absence (device, rule, since)
                select *, ?::timestamptz from unnest(?::int[], ?::text[])
                on conflict do nothing""",
                since.atOffset(ZoneOffset.UTC),
                absences.stream().map(Absence::device).toArray(Integer[]::new),
                absences.stream().map(Absence::rule).toArray(String[]::new));
    }

    void remove(Collection<Absence> absences) {
        db.execute(
                """
                delete from cs_sense.absence a using unnest(?::int[], ?::text[]) as gone (device, rule)
                where a.device = gone.device and a.rule = gone.rule""",
                absences.stream().map(Absence::device).toArray(Integer[]::new),
                absences.stream().map(Absence::rule).toArray(String[]::new));
    }
}
