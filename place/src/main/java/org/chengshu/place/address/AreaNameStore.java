package org.chengshu.place.address;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.db.Transactions;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The names, in memory as one list that stays the same object until they change; on other nodes two seconds later. */
@Component
final class AreaNameStore {
    private static final long FRESH_NANOS = 2_000_000_000L;

    private final DSLContext db;
    private final Transactions transactions;
    private final Clock clock;
    private volatile List<AreaName> known;
    private volatile long readAt;

    AreaNameStore(DSLContext db, Transactions transactions, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.known = read();
        this.readAt = System.nanoTime();
    }

    List<AreaName> list() {
        if (System.nanoTime() - readAt > FRESH_NANOS) {
            refresh();
        }
        return known;
    }

    Optional<AreaName> find(String area, String name) {
        return list().stream()
                .filter(known -> known.area().equals(area) && known.name().equals(name))
                .findFirst();
    }

    /** What people entered. */
    void put(AreaName name) {
        write(name, Optional.empty());
        transactions.afterCommit(this::refresh);
    }

    private void write(AreaName name, Optional<String> pack) {
        db.execute(
                """
                insert into cs_place.area_name (area, name, former, pack, changed_at) values (?, ?, ?, ?, ?::timestamptz)
                on conflict (area, name) do update set former = excluded.former, pack = excluded.pack,
                    version = cs_place.area_name.version + 1, changed_at = excluded.changed_at""",
                name.area(),
                name.name(),
                name.former(),
                pack.orElse(null),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    boolean remove(String area, String name) {
        int gone = db.execute("delete from cs_place.area_name where area = ? and name = ?", area, name);
        transactions.afterCommit(this::refresh);
        return gone > 0;
    }

    /** Makes these the pack's names. */
    void replace(String pack, List<AreaName> names) {
        names.forEach(name -> write(name, Optional.of(pack)));
        db.execute(
                "delete from cs_place.area_name where pack = ? and not (area || '/' || name) = any(?)",
                pack,
                names.stream().map(name -> name.area() + "/" + name.name()).toArray(String[]::new));
        transactions.afterCommit(this::refresh);
    }

    private void refresh() {
        List<AreaName> now = read();
        if (!now.equals(known)) {
            known = now;
        }
        readAt = System.nanoTime();
    }

    private List<AreaName> read() {
        return db.fetch("select area, name, former, pack, version from cs_place.area_name order by area, name")
                .map(row -> new AreaName(
                        row.get("area", String.class),
                        row.get("name", String.class),
                        row.get("former", Boolean.class),
                        Optional.ofNullable(row.get("pack", String.class)),
                        row.get("version", Integer.class)));
    }
}
