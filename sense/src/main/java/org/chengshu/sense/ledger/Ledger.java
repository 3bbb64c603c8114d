package org.chengshu.sense.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chengshu.core.db.RoundTrip;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.Door;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.Rejection;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.springframework.stereotype.Component;

/** The counters of the doors, and what was rejected. Written in the transaction of the readings they are about. */
@Component
public final class Ledger {
    /** So many rejections are kept of each device; what comes after is only counted. */
    public static final int CAP = 1_000;

    /** Under this code all rejections are kept that name no known device. */
    static final String NOBODY = "";

    private final DSLContext db;
    private final Transactions transactions;
    private final DeviceRegistry registry;
    private final Clock clock;

    Ledger(DSLContext db, Transactions transactions, DeviceRegistry registry, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.registry = registry;
        this.clock = clock;
    }

    public void count(Door door, Receipt receipt) {
        count(door, 0, receipt);
    }

    /** Of one of several writers, so that they do not wait for each other. */
    public void count(Door door, int writer, Receipt receipt) {
        RoundTrip trip = new RoundTrip();
        count(door, writer, receipt, trip);
        trip.go(transactions);
    }

    /** As above, by a trip that others take too. */
    public void count(Door door, int writer, Receipt receipt, RoundTrip trip) {
        if (receipt.received() == 0) {
            return;
        }
        trip.add(
                """
                insert into cs_sense.counter as c (door, writer, received, stored, duplicate, rejected, late)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (door, writer) do update set received = c.received + excluded.received,
                    stored = c.stored + excluded.stored, duplicate = c.duplicate + excluded.duplicate,
                    rejected = c.rejected + excluded.rejected, late = c.late + excluded.late""",
                door.word(),
                writer,
                receipt.received(),
                receipt.stored(),
                receipt.duplicate(),
                receipt.rejected(),
                receipt.late());
    }

    public void keep(Door door, List<Rejection> rejections) {
        Map<String, List<Rejection>> byDevice = new TreeMap<>();
        for (Rejection rejection : rejections) {
            String code =
                    registry.find(rejection.device()).map(KnownDevice::code).orElse(NOBODY);
            byDevice.computeIfAbsent(code, key -> new ArrayList<>()).add(rejection);
        }
        byDevice.forEach((code, list) -> keep(door, code, list));
    }

    private void keep(Door door, String code, List<Rejection> rejections) {
        int lost = rejections.stream().mapToInt(Rejection::lost).sum();
        int before = db.fetchOptional(
                        "select kept from cs_sense.rejection_count where device_code = ? for update", code)
                .map(row -> row.get(0, Integer.class))
                .orElse(0);
        List<Rejection> kept = rejections.subList(0, Math.clamp(CAP - before, 0, rejections.size()));
        db.execute("""
                insert into cs_sense.rejection_count as c (device_code, kept, values_lost) values (?, ?, ?)
                on conflict (device_code) do update
                set kept = c.kept + excluded.kept, values_lost = c.values_lost + excluded.values_lost""", code, kept.size(), lost);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        db.batch(kept.stream().map(one -> insert(door, code, one, now)).toList())
                .execute();
    }

    private Query insert(Door door, String code, Rejection rejection, OffsetDateTime now) {
        return db.query(
                """
                insert into cs_sense.rejection
                    (device_code, door, at, reason, place, property, time, detail, lost)
                values (?, ?, ?::timestamptz, ?, ?, ?, ?::timestamptz, ?, ?)""",
                code,
                door.word(),
                now,
                rejection.reason().word(),
                rejection.place(),
                rejection.property().orElse(null),
                rejection.time().map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null),
                detail(code, rejection),
                rejection.lost());
    }

    private static String detail(String code, Rejection rejection) {
        return code.isEmpty() && !rejection.device().isEmpty()
                ? rejection.device() + ": " + rejection.detail()
                : rejection.detail();
    }
}
