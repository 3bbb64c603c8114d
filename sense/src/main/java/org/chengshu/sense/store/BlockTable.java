package org.chengshu.sense.store;

import java.util.Collection;
import java.util.List;
import org.chengshu.core.db.RoundTrip;
import org.chengshu.core.db.Transactions;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The log of readings in the database. */
@Component
final class BlockTable {
    private static final String WRITE = "insert into cs_sense.block (id, rows, body) values (?, ?, ?)";

    private final DSLContext db;
    private final Transactions transactions;

    BlockTable(DSLContext db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    record Block(long id, boolean rolled, byte[] body) {}

    /** In the caller's transaction. */
    void write(long id, int rows, byte[] body) {
        RoundTrip trip = new RoundTrip();
        write(id, rows, body, trip);
        trip.go(transactions);
    }

    void write(long id, int rows, byte[] body, RoundTrip trip) {
        trip.add(WRITE, id, rows, body);
    }

    boolean holds(long id) {
        return db.fetchOptional("select 1 from cs_sense.block where id = ?", id).isPresent();
    }

    /** Some blocks after this one, in order. */
    List<Block> after(long id, int most) {
        return db.fetch("select id, rolled, body from cs_sense.block where id > ? order by id limit ?", id, most)
                .map(row -> new Block(
                        row.get("id", Long.class), row.get("rolled", Boolean.class), row.get("body", byte[].class)));
    }

    long newest() {
        return db.fetchSingle("select coalesce(max(id), 0) from cs_sense.block").get(0, Long.class);
    }

    /** Marks that the hours have these; answers how many had not been marked. */
    int markRolled(Collection<Long> ids) {
        return db.execute("update cs_sense.block set rolled = true where id = any(?) and not rolled", (Object)
                ids.toArray(Long[]::new));
    }

    void forget(Collection<Long> ids) {
        db.execute("delete from cs_sense.block where id = any(?)", (Object) ids.toArray(Long[]::new));
    }

    /**
     * Makes the room of forgotten blocks usable at once, of which there is much while readings come fast. Only when it is calm
     * is it given back to the disk, because then nobody else may touch the table. Outside any transaction.
     */
    void tidy(boolean calm) {
        db.execute(calm ? "vacuum (truncate true) cs_sense.block" : "vacuum (truncate false) cs_sense.block");
    }
}
