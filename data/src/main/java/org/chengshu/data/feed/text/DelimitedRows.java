package org.chengshu.data.feed.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.table.RawRows;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;

/** Delimited text as rows. */
final class DelimitedRows implements RawRows {
    private static final char REPLACED = '\uFFFD';
    private static final Text UNDECODED =
            Text.of("本行有不能按编码解读的字节", "the row has bytes that are not of the file's encoding");

    private final Reader source;
    private final DelimitedReader reader;

    DelimitedRows(Reader source, Dialect dialect) {
        this.source = source;
        this.reader = new DelimitedReader(source, dialect.delimiter(), dialect.quote());
    }

    static Reader reader(InputStream in, Encoding encoding) throws IOException {
        in.skipNBytes(encoding.markLength());
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        encoding.charset()
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                1 << 16);
    }

    @Override
    public boolean next() {
        try {
            return reader.next();
        } catch (IOException e) {
            throw new Fault(
                    DataError.FILE_UNREADABLE,
                    "after line " + reader.line() + " it cannot be read on: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public int width() {
        return reader.cells();
    }

    @Override
    public Optional<String> cell(int column) {
        return column < reader.cells() ? Optional.of(reader.cell(column)) : Optional.empty();
    }

    @Override
    public boolean isBlank(int column) {
        return column >= reader.cells() || reader.isBlank(column);
    }

    @Override
    public long line() {
        return reader.line();
    }

    @Override
    public Optional<Text> flaw() {
        return reader.flaw().isEmpty() && reader.has(REPLACED) ? Optional.of(UNDECODED) : reader.flaw();
    }

    @Override
    public boolean tearable() {
        return true;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new Fault(DataError.FILE_UNREADABLE, "it cannot be closed: " + e.getMessage(), e);
        }
    }
}
