package org.chengshu.data.query;

import java.util.List;
import org.jooq.ResultQuery;
import org.jooq.Select;

/** A composed statement and what its columns hold. */
record Plan(Select<?> sql, List<Column> columns) {
    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    ResultQuery<?> query() {
        return sql;
    }
}
