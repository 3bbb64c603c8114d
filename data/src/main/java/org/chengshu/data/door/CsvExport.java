package org.chengshu.data.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import org.chengshu.data.Row;
import org.chengshu.data.RowReader;
import org.chengshu.data.query.Csv;

/** A dataset's rows on their way into a file, one row in memory at a time. */
record CsvExport(List<String> columns, Consumer<RowReader> rows) {
    /** Each row is shown to the witness before it is written. */
    void write(Writer out, RowReader witness) throws IOException {
        try {
            out.write(String.join(",", columns));
            out.write(Csv.LINE_END);
            rows.accept(row -> {
                witness.read(row);
                writeRow(out, row);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void writeRow(Writer out, Row row) {
        try {
            for (int i = 0; i < columns.size(); i++) {
                if (i > 0) {
                    out.write(',');
                }
                out.write(Csv.cell(row.value(i)));
            }
            out.write(Csv.LINE_END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
