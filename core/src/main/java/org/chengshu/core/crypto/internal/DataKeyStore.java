package org.chengshu.core.crypto.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.chengshu.core.crypto.FieldAlgorithm;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
class DataKeyStore {
    // Any number of nodes start at once; one makes the first key.
    private static final long LOCK = 0x6368_6b65_7973L;

    private static final HexFormat HEX = HexFormat.of();

    private final DSLContext sql;

    DataKeyStore(DSLContext sql) {
        this.sql = sql;
    }

    /** In a transaction: nobody else makes or wraps keys until its end. */
    void lock() {
        sql.fetch("select pg_advisory_xact_lock(?)", LOCK);
    }

    /** From old to new; the last is the current one. */
    List<DataKey> list() {
        return sql.fetch("select number, algorithm, master, wrapped, made_at from cs_core.data_key order by number")
                .map(DataKeyStore::key);
    }

    void add(DataKey key) {
        sql.execute(
                "insert into cs_core.data_key (number, algorithm, master, wrapped, made_at) values (?, ?, ?, ?, cast(? as timestamptz))",
                key.number(),
                key.algorithm().name(),
                key.master(),
                HEX.parseHex(key.wrapped()),
                OffsetDateTime.ofInstant(key.madeAt(), ZoneOffset.UTC));
    }

    void rewrap(int number, String master, String wrapped) {
        sql.execute(
                "update cs_core.data_key set master = ?, wrapped = ? where number = ?",
                master,
                HEX.parseHex(wrapped),
                number);
    }

    private static DataKey key(Record row) {
        Instant madeAt = row.get("made_at", OffsetDateTime.class).toInstant();
        return new DataKey(
                row.get("number", Integer.class),
                FieldAlgorithm.valueOf(row.get("algorithm", String.class)),
                row.get("master", String.class),
                HEX.formatHex(row.get("wrapped", byte[].class)),
                madeAt);
    }
}
