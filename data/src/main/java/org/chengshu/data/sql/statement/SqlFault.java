package org.chengshu.data.sql.statement;

import org.chengshu.kernel.Text;

/**
 * One thing that is wrong with a statement or not understood.
 *
 * @param line from 1; 0 when the place is not known
 */
public record SqlFault(int line, int column, Text message) {}
