package org.chengshu.data;

/** What rows are grouped by: the values of a field, or the periods that an instant or date field falls into. */
public sealed interface GroupKey {
    String field();

    /** Rows with the same value, absent values together. */
    record ByField(String field) implements GroupKey {}

    /** Rows of the same period in the city's zone; the column holds the period's start. */
    record ByTime(String field, Grain grain) implements GroupKey {}
}
