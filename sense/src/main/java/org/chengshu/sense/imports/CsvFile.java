package org.chengshu.sense.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.sheets.CsvReader;
import org.chengshu.sense.mapping.RowReader;

/** An open file with its header read. Bytes that are no UTF-8 become replacement signs. */
final class CsvFile implements Closeable {
    private final Reader source;
    private final CsvReader rows;
    private final RowReader reader;

    private CsvFile(Reader source, ImportOrder order, ZoneId city) throws IOException {
        this.source = source;
        this.rows = new CsvReader(source, order.mapping().delimiter());
        List<String> header = rows.next().map(CsvReader.Row::fields).orElse(List.of());
        this.reader = new RowReader(order.mapping(), header, city);
    }

    static CsvFile open(Path file, ImportOrder order, ZoneId city) throws IOException {
        return new CsvFile(new InputStreamReader(Spool.open(file), StandardCharsets.UTF_8), order, city);
    }

    RowReader reader() {
        return reader;
    }

    Optional<CsvReader.Row> next() throws IOException {
        return rows.next();
    }

    void skip(long count) throws IOException {
        for (long i = 0; i < count; i++) {
            rows.next();
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
