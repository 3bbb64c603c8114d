package org.chengshu.sense.reading;

import java.io.IOException;
import org.chengshu.sense.codec.Columns;

/** A file that takes readings or buckets as they come and keeps none of them in memory. */
sealed interface FileOfReadings extends AutoCloseable permits CsvOfReadings, XlsxOfReadings {
    /** The head of a file of readings; buckets bring their own. */
    void head() throws IOException;

    void points(RangeDesk.Asked one, Columns points);

    void buckets(Iterable<RangeDesk.Asked> asked, RangeDesk.Sums sums, RangeQuestion question) throws IOException;

    @Override
    void close() throws IOException;
}
