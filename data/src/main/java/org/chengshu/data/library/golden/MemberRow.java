package org.chengshu.data.library.golden;

/**
 * A row of a source as it takes part in a golden record.
 *
 * @param values one per field of the library, null where the row has none
 * @param priority of its source, 1 is trusted most
 * @param changedAt when the row was changed in its source, as milliseconds since 1970; {@link Long#MIN_VALUE} when unknown
 */
public record MemberRow(long id, String[] values, int priority, long changedAt) {
    public static final long UNKNOWN = Long.MIN_VALUE;
}
