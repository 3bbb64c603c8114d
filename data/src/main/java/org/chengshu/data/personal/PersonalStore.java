package org.chengshu.data.personal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Keeps what people said of fields, and retention rules. */
@Component
class PersonalStore {
    private final DSLContext db;
    private final Clock clock;

    PersonalStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** By {@code dataset/field}. */
    Map<String, PersonalMark> marks() {
        Map<String, PersonalMark> marks = new HashMap<>();
        db.fetch("select * from cs_data.personal_field").forEach(row -> {
            PersonalMark mark = new PersonalMark(
                    row.get("dataset", String.class),
                    row.get("field", String.class),
                    row.get("personal", Boolean.class),
                    Optional.ofNullable(row.get("identity", String.class)));
            marks.put(mark.dataset() + "/" + mark.field(), mark);
        });
        return marks;
    }

    void put(PersonalMark mark, String who) {
        db.execute(
                """
                insert into cs_data.personal_field (dataset, field, personal, identity, changed_at, changed_by)
                values (?, ?, ?, ?, ?::timestamptz, ?) on conflict (dataset, field) do update set
                    personal = excluded.personal, identity = excluded.identity, changed_at = excluded.changed_at,
                    changed_by = excluded.changed_by""",
                mark.dataset(),
                mark.field(),
                mark.personal(),
                mark.identity().orElse(null),
                now(),
                who);
    }

    void forget(String dataset, String field) {
        db.execute("delete from cs_data.personal_field where dataset = ? and field = ?", dataset, field);
    }

    /** By dataset. */
    List<RetentionRule> rules() {
        return db.fetch("select * from cs_data.retention_rule order by dataset").map(PersonalStore::rule);
    }

    Optional<RetentionRule> lockRule(String dataset) {
        return db.fetchOptional("select * from cs_data.retention_rule where dataset = ? for update", dataset)
                .map(PersonalStore::rule);
    }

    void putRule(String dataset, String field, int days, String basis, String who) {
        db.execute("""
                insert into cs_data.retention_rule as kept (dataset, field, days, basis, changed_at, changed_by)
                values (?, ?, ?, ?, ?::timestamptz, ?) on conflict (dataset) do update set field = excluded.field,
                    days = excluded.days, basis = excluded.basis, version = kept.version + 1,
                    changed_at = excluded.changed_at, changed_by = excluded.changed_by""", dataset, field, days, basis, now(), who);
    }

    void removeRule(String dataset) {
        db.execute("delete from cs_data.retention_rule where dataset = ?", dataset);
    }

    void ran(String dataset, long rows) {
        db.execute(
                "update cs_data.retention_rule set last_run = ?::timestamptz, last_rows = ? where dataset = ?",
                now(),
                rows,
                dataset);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static RetentionRule rule(Record row) {
        return new RetentionRule(
                row.get("dataset", String.class),
                row.get("field", String.class),
                row.get("days", Integer.class),
                row.get("basis", String.class),
                row.get("version", Integer.class),
                Optional.ofNullable(row.get("last_run", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get("last_rows", Long.class)));
    }
}
