package org.chengshu.data.feed.jdbc;

import org.jooq.Field;
import org.jooq.impl.DSL;

/** A column as the driver describes it; the type's name is that of the database, in small letters. */
record JdbcColumn(String name, int sqlType, String typeName) {
    Field<?> field() {
        return DSL.field(DSL.name(name));
    }
}
