package org.chengshu.data.feed;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How the values of a column are summed up whatever their order: each value's bytes in UTF-8 give a number, the numbers are
 * added modulo 2^64; absent values give none.
 */
public enum SumMethod {
    /** The source sums nothing up. */
    NONE,
    /** As {@code hashtextextended(value, 0)} of PostgreSQL. */
    PG64,
    /** As {@code crc32(value)} of MariaDB and MySQL. */
    CRC32;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
