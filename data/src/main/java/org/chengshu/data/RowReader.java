package org.chengshu.data;

/** Takes the rows of an answer one after another. */
@FunctionalInterface
public interface RowReader {
    void read(Row row);
}
