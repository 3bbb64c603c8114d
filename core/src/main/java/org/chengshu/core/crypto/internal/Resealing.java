package org.chengshu.core.crypto.internal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import org.chengshu.core.crypto.FieldCipher;
import org.chengshu.core.crypto.SealedColumn;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobProgress;
import org.chengshu.core.spi.SealedColumnSource;
import org.chengshu.kernel.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Seals what older keys hold under the current one, in batches; a row that somebody changes meanwhile is left to them. */
@Component
class Resealing {
    private static final int BATCH = 500;

    private final DSLContext sql;
    private final Transactions transactions;
    private final FieldCipher cipher;
    private final KeyRing ring;
    private final List<SealedColumn> columns;

    Resealing(
            DSLContext sql,
            Transactions transactions,
            FieldCipher cipher,
            KeyRing ring,
            List<SealedColumnSource> sources) {
        this.sql = sql;
        this.transactions = transactions;
        this.cipher = cipher;
        this.ring = ring;
        this.columns =
                sources.stream().flatMap(source -> source.columns().stream()).toList();
    }

    /** How many values were sealed anew. */
    long run(JobProgress progress) {
        long total = columns.stream().mapToLong(this::waiting).sum();
        long done = 0;
        for (SealedColumn column : columns) {
            int batch;
            do {
                batch = transactions.call(() -> batch(column));
                done += batch;
                progress.at(done, total, Text.of("重新加密 " + column.table(), "Sealing " + column.table() + " anew"));
            } while (batch == BATCH && !progress.cancelled());
        }
        return done;
    }

    /** How many values of the column are not under the current key. */
    long waiting(SealedColumn column) {
        return sql.fetchCount(sql.selectOne()
                .from(table(name(column.schema(), column.table())))
                .where(isOld(column)));
    }

    List<SealedColumn> columns() {
        return columns;
    }

    private int batch(SealedColumn column) {
        Field<String> key = text(column.key());
        Field<String> value = text(column.column());
        Result<Record2<String, String>> rows = sql.select(key.cast(SQLDataType.CLOB), value)
                .from(table(name(column.schema(), column.table())))
                .where(isOld(column))
                .limit(BATCH)
                .forUpdate()
                .fetch();
        for (Record2<String, String> row : rows) {
            String plain = cipher.open(column.at(row.value1()), row.value2());
            sql.update(table(name(column.schema(), column.table())))
                    .set(value, cipher.seal(column.at(row.value1()), plain))
                    .where(key.cast(SQLDataType.CLOB).eq(row.value1()))
                    .and(value.eq(row.value2()))
                    .execute();
        }
        return rows.size();
    }

    private Condition isOld(SealedColumn column) {
        Field<String> value = text(column.column());
        return value.isNotNull()
                .and(value.startsWith(FieldSealer.prefix(ring.current().number()))
                        .not());
    }

    private static Field<String> text(String column) {
        return field(name(column), SQLDataType.CLOB);
    }
}
