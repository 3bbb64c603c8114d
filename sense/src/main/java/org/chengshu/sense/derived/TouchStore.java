package org.chengshu.sense.derived;

import java.util.Collection;
import java.util.List;
import org.chengshu.core.db.RoundTrip;
import org.chengshu.core.db.Transactions;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
final class TouchStore {
    private static final String ADD = """
            insert into cs_sense.derived_touch (id, device, property, low, high)
            select * from unnest(?::bigint[], ?::int[], ?::text[], ?::bigint[], ?::bigint[])""";

    private final DSLContext db;
    private final Transactions transactions;

    TouchStore(DSLContext db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    void add(List<Touch> touches, RoundTrip trip) {
        trip.add(
                ADD,
                touches.stream().mapToLong(Touch::id).toArray(),
                touches.stream().mapToInt(Touch::device).toArray(),
                touches.stream().map(Touch::property).toArray(String[]::new),
                touches.stream().mapToLong(Touch::low).toArray(),
                touches.stream().mapToLong(Touch::high).toArray());
    }

    /** In the caller's transaction. */
    void add(List<Touch> touches) {
        RoundTrip trip = new RoundTrip();
        add(touches, trip);
        trip.go(transactions);
    }

    void remove(Collection<Long> ids) {
        db.execute("delete from cs_sense.derived_touch where id = any(?)", (Object) ids.toArray(Long[]::new));
    }

    long newest() {
        return db.fetchSingle("select coalesce(max(id), 0) from cs_sense.derived_touch")
                .get(0, Long.class);
    }

    /** What was left when the node ended. */
    List<Touch> all() {
        return db.fetch("select id, device, property, low, high from cs_sense.derived_touch order by id")
                .map(row -> new Touch(
                        row.get("id", Long.class),
                        row.get("device", Integer.class),
                        row.get("property", String.class),
                        row.get("low", Long.class),
                        row.get("high", Long.class)));
    }
}
