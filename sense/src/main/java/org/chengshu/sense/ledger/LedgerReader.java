package org.chengshu.sense.ledger;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.sense.RejectionReason;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
final class LedgerReader {
    private static final Field<OffsetDateTime> AT = field(name("at"), OffsetDateTime.class);
    private static final Field<Long> ID = field(name("id"), Long.class);

    private final DSLContext db;

    LedgerReader(DSLContext db) {
        this.db = db;
    }

    List<DoorCounter> counters() {
        return db.fetch("""
                        select door, coalesce(sum(received), 0) as received, coalesce(sum(stored), 0) as stored,
                            coalesce(sum(duplicate), 0) as duplicate, coalesce(sum(rejected), 0) as rejected,
                            coalesce(sum(late), 0) as late, coalesce(max(r.values_lost), 0) as refused
                        from cs_sense.counter full join cs_sense.refused r using (door) group by door order by door""")
                .map(row -> new DoorCounter(
                        row.get("door", String.class),
                        row.get("received", Long.class),
                        row.get("stored", Long.class),
                        row.get("duplicate", Long.class),
                        row.get("rejected", Long.class),
                        row.get("late", Long.class),
                        row.get("refused", Long.class)));
    }

    RejectionPage rejections(String device, Cursor cursor) {
        CursorPage<RejectionItem> page = Keyset.fetch(
                db.select()
                        .from(table(name("cs_sense", "rejection")))
                        .where(field(name("device_code"), String.class).eq(device)),
                cursor,
                AT,
                ID,
                LedgerReader::item);
        Optional<Record> counted =
                db.fetchOptional("select * from cs_sense.rejection_count where device_code = ?", device);
        return new RejectionPage(
                page.items(),
                page.next(),
                counted.map(row -> row.get("kept", Integer.class)).orElse(0),
                counted.map(row -> row.get("values_lost", Long.class)).orElse(0L),
                Ledger.CAP);
    }

    private static RejectionItem item(Record row) {
        String reason = row.get("reason", String.class);
        return new RejectionItem(
                row.get(AT).toInstant(),
                row.get("door", String.class),
                reason,
                RejectionReason.valueOf(reason.toUpperCase(Locale.ROOT).replace('-', '_'))
                        .title(),
                row.get("place", String.class),
                Optional.ofNullable(row.get("property", String.class)),
                Optional.ofNullable(row.get("time", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.get("detail", String.class),
                row.get("lost", Integer.class));
    }
}
