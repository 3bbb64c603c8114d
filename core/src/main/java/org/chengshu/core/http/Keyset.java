package org.chengshu.core.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.SelectConditionStep;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.DSL;

/**
 * Pages through rows by (time, id) descending without counting or skipping, so that the hundredth page costs as much as the
 * first. The two fields need an index in this order; both must be in the rows. Stateless.
 */
public final class Keyset {
    private Keyset() {}

    /** Adds the place, the order and the limit of the cursor to the query, runs it and makes the page. */
    public static <R extends Record, I, T> CursorPage<T> fetch(
            SelectConditionStep<R> query,
            Cursor cursor,
            Field<OffsetDateTime> time,
            Field<I> id,
            RecordMapper<? super R, T> mapper) {
        List<R> rows = query.and(after(cursor, time, id))
                .orderBy(time.desc(), id.desc())
                .limit(cursor.limit() + 1)
                .fetch();
        CursorPage<R> page = page(
                cursor,
                rows,
                row -> new Cursor.Key(Objects.requireNonNull(row.get(time)).toInstant(), String.valueOf(row.get(id))));
        return page.map(row -> Objects.requireNonNull(mapper.map(row)));
    }

    /** The condition that leaves only what comes after the cursor. */
    public static <I> Condition after(Cursor cursor, Field<OffsetDateTime> time, Field<I> id) {
        return cursor.after()
                .map(key -> DSL.row(time, id).lessThan(DSL.val(utc(key.time())), idOf(key, id)))
                .orElseGet(DSL::noCondition);
    }

    /** Makes a page of up to {@code limit + 1} rows in order: one too many tells that another page follows. */
    public static <T> CursorPage<T> page(Cursor cursor, List<T> rows, Function<? super T, Cursor.Key> key) {
        if (rows.size() <= cursor.limit()) {
            return new CursorPage<>(rows, Optional.empty());
        }
        List<T> kept = rows.subList(0, cursor.limit());
        return new CursorPage<>(kept, Optional.of(key.apply(kept.getLast()).encode()));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static <I> Field<I> idOf(Cursor.Key key, Field<I> id) {
        Param<I> value = valueOf(key, id);
        if (value.getValue() == null) {
            throw new Fault(CoreError.BAD_REQUEST, "the cursor belongs to another list");
        }
        return value;
    }

    private static <I> Param<I> valueOf(Cursor.Key key, Field<I> id) {
        try {
            return DSL.val((Object) key.id(), id.getDataType());
        } catch (DataTypeException e) {
            throw new Fault(CoreError.BAD_REQUEST, "the cursor belongs to another list", e);
        }
    }
}
