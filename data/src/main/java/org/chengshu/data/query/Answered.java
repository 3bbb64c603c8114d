package org.chengshu.data.query;

import org.jooq.Field;

/** One column of an answer and the expression that gives it. */
record Answered(Column column, Field<?> sql) {}
