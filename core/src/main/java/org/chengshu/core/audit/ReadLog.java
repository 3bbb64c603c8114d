package org.chengshu.core.audit;

import java.util.List;

/**
 * The log of one access to sensitive data. A row is given by what identifies it, sensitive values masked by whoever gives it:
 * the log tells whose data was read, it is no copy of it. Closing writes the entry, also when nothing was read; closing twice
 * is closing once. Not for several threads.
 */
public interface ReadLog extends AutoCloseable {
    void row(List<String> words);

    @Override
    void close();
}
