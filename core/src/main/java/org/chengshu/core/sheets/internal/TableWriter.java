package org.chengshu.core.sheets.internal;

import java.io.IOException;
import java.util.List;

/** Writes a table row by row, the head first. */
interface TableWriter extends AutoCloseable {
    void head(List<String> heads) throws IOException;

    void row(List<Cell> cells) throws IOException;

    /** Ends the table; without it the file is not whole. */
    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
