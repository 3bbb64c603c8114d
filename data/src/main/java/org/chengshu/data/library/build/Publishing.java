package org.chengshu.data.library.build;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.Library;
import org.chengshu.data.library.definition.LibraryBook;
import org.chengshu.data.stored.Revision;
import org.chengshu.data.stored.Revisions;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Brings the dataset of a library to what its records are: those that changed, and the numbers of those that are gone. */
@Component("libraryPublishing")
class Publishing {
    private static final Table<?> RECORD = DSL.table(DSL.name("cs_data", "library_record"));

    private final DSLContext sql;
    private final Revisions revisions;

    Publishing(DSLContext sql, Revisions revisions) {
        this.sql = sql;
        this.revisions = revisions;
    }

    /** In a transaction that holds the library's lock. @return how many rows it put or took */
    int run(KnownLibrary library, String cause) {
        Condition dirty = field("library", SQLDataType.INTEGER)
                .eq(library.number())
                .and(field("dirty", SQLDataType.BOOLEAN).isTrue());
        if (!sql.fetchExists(sql.selectOne().from(RECORD).where(dirty))) {
            return 0;
        }
        Field<Boolean> gone = field("gone", SQLDataType.BOOLEAN);
        Revision revision = revisions.open(library.library().dataset(), cause);
        List<Field<?>> columns = new ArrayList<>();
        List<Field<?>> values = new ArrayList<>();
        columns(library.library(), columns, values);
        int put = sql.insertInto(DSL.table(DSL.name(revision.schema(), revision.table())), columns)
                .select(sql.select(values).from(RECORD).where(dirty.and(gone.isFalse())))
                .execute();
        Field<Long> id = field(LibraryBook.RECORD_ID, SQLDataType.BIGINT);
        int taken = sql.insertInto(DSL.table(DSL.name(revision.schema(), revision.gone())), id)
                .select(sql.select(field("id", SQLDataType.BIGINT)).from(RECORD).where(dirty.and(gone.isTrue())))
                .execute();
        revisions.promote(revision);
        sql.update(RECORD)
                .set(field("dirty", SQLDataType.BOOLEAN), false)
                .where(dirty)
                .execute();
        return put + taken;
    }

    private static void columns(Library library, List<Field<?>> columns, List<Field<?>> values) {
        columns.add(field(LibraryBook.RECORD_ID, SQLDataType.BIGINT));
        values.add(field("id", SQLDataType.BIGINT));
        Field<String[]> all = field("vals", SQLDataType.VARCHAR.array());
        for (int i = 0; i < library.fields().size(); i++) {
            DataType<?> type = type(library.fields().get(i).type());
            columns.add(field(library.fields().get(i).name(), type));
            values.add(DSL.field("({0})[{1}]", String.class, all, DSL.inline(i + 1))
                    .cast(type));
        }
        columns.add(field(LibraryBook.MEMBERS, SQLDataType.BIGINT));
        values.add(field("members", SQLDataType.INTEGER).cast(SQLDataType.BIGINT));
        columns.add(field(LibraryBook.SOURCES, SQLDataType.CLOB));
        values.add(field("sources", SQLDataType.CLOB));
        columns.add(field(LibraryBook.CHANGED_AT, SQLDataType.TIMESTAMPWITHTIMEZONE));
        values.add(field("changed_at", SQLDataType.TIMESTAMPWITHTIMEZONE));
    }

    private static DataType<?> type(FieldType type) {
        return switch (type) {
            case TEXT -> SQLDataType.CLOB;
            case NUMBER -> SQLDataType.NUMERIC;
            case INTEGER -> SQLDataType.BIGINT;
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case DATE -> SQLDataType.LOCALDATE;
            case INSTANT -> SQLDataType.TIMESTAMPWITHTIMEZONE;
        };
    }

    private static <T> Field<T> field(String name, DataType<T> type) {
        return DSL.field(DSL.name(name), type);
    }
}
