package org.chengshu.data.catalogue;

import static org.chengshu.data.catalogue.EntryTable.*;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What changed in the catalogue, by the database's own count of transactions. */
@Component
public class EntryChanges {
    /** An entry and the transaction that wrote it as it is. */
    public record Changed(Entry entry, long transaction) {}

    private static final Field<Long> TRANSACTION = DSL.field("tx::text::bigint", Long.class);

    private final DSLContext db;
    private final EntryStore store;

    EntryChanges(DSLContext db, EntryStore store) {
        this.db = db;
        this.store = store;
    }

    /** Every transaction before this one has ended. */
    public long settled() {
        return db.fetchSingle("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .get(0, Long.class);
    }

    /** Says apart one database from another that was put in its place. */
    public String database() {
        return db.fetchSingle("select min(installed_on)::text from cs_data.flyway_schema_history")
                .get(0, String.class);
    }

    /** Everything, by number, after one. */
    public List<Changed> all(long afterSeq, int most) {
        return db.select(columns())
                .from(ENTRIES)
                .where(SEQ.gt(afterSeq))
                .orderBy(SEQ)
                .limit(most)
                .fetch(this::changed);
    }

    /** What was written by this transaction or later ones, by number, after one. */
    public List<Changed> since(long transaction, long afterSeq, int most) {
        // Kept apart, so that few changes are found by their transactions and not by walking through all numbers. Once
        // a page was full there are many, and walking is cheaper than finding them all again for each page.
        String fence = afterSeq == 0 ? " offset 0" : "";
        Table<?> touched = DSL.table(
                "(select * from cs_data.entry where tx >= {0}::text::xid8" + fence + ") as touched",
                DSL.val(String.valueOf(transaction)));
        return db.select(columns())
                .from(touched)
                .where(SEQ.gt(afterSeq))
                .orderBy(SEQ)
                .limit(most)
                .fetch(this::changed);
    }

    private static List<Field<?>> columns() {
        List<Field<?>> columns = new ArrayList<>(COLUMNS);
        columns.add(TRANSACTION);
        return columns;
    }

    private Changed changed(Record row) {
        return new Changed(store.read(row), row.get(TRANSACTION));
    }

    public List<String> gone(long transaction) {
        return db.fetch(
                        "select id from cs_data.entry_gone where tx >= cast(cast(? as text) as xid8)",
                        String.valueOf(transaction))
                .map(row -> row.get(0, String.class));
    }
}
