package org.chengshu.data.feed.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Detected;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FileFormat;
import org.chengshu.data.feed.FileShape;
import org.chengshu.data.feed.table.Layout;
import org.chengshu.data.feed.table.TableFeed;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;

/** Reads delimited text: finds out encoding, delimiter, quotes and heads where nobody tells them. */
public final class DelimitedText {
    private static final int BEGINNING = 1 << 16;

    private DelimitedText() {}

    /** Content that can be read from its beginning as often as needed. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    public static Detected inspect(Content content, FileShape told) throws IOException {
        Encoding encoding = encoding(content, told);
        Dialect dialect = dialect(content, encoding, told);
        try (DelimitedRows rows = rows(content, encoding, dialect)) {
            Layout layout = Layout.find(rows, told);
            FileShape shape = layout.in(told.as(dialect.delimiter() == '\t' ? FileFormat.TSV : FileFormat.CSV)
                    .encoded(encoding.charset().name())
                    .delimitedBy(String.valueOf(dialect.delimiter()))
                    .quotedBy(String.valueOf(dialect.quote())));
            double confidence = Math.min(encoding.confidence(), Math.min(dialect.confidence(), layout.confidence()));
            return new Detected(
                    shape, false, layout.columns(), List.of(), List.of(), confidence, notes(encoding, layout));
        }
    }

    public static Feed open(Content content, FileShape told) throws IOException {
        Encoding encoding = encoding(content, told);
        Dialect dialect = dialect(content, encoding, told);
        Layout layout;
        try (DelimitedRows rows = rows(content, encoding, dialect)) {
            layout = Layout.find(rows, told);
        }
        return new TableFeed(rows(content, encoding, dialect), layout);
    }

    /** How the text is encoded, by what was told or by its bytes. */
    public static Encoding encoding(Content content, FileShape told) throws IOException {
        Optional<Charset> charset = told.encoding().map(DelimitedText::charset);
        try (InputStream in = content.open()) {
            return charset.isPresent() ? EncodingGuess.told(in, charset.get()) : EncodingGuess.of(in);
        }
    }

    /** The text from its beginning, byte order mark passed over. */
    public static Reader reader(Content content, Encoding encoding) throws IOException {
        return DelimitedRows.reader(content.open(), encoding);
    }

    private static Dialect dialect(Content content, Encoding encoding, FileShape told) throws IOException {
        FileShape meant =
                told.format().filter(format -> format == FileFormat.TSV).isPresent()
                                && told.delimiter().isEmpty()
                        ? told.delimitedBy("\t")
                        : told;
        if (meant.delimiter().isPresent() && meant.quote().isPresent()) {
            return Dialect.find("", meant);
        }
        try (Reader reader = reader(content, encoding)) {
            return Dialect.find(beginning(reader), meant);
        }
    }

    private static String beginning(Reader reader) throws IOException {
        char[] buffer = new char[BEGINNING];
        int length = 0;
        for (int got = 0; got >= 0 && length < BEGINNING; got = reader.read(buffer, length, BEGINNING - length)) {
            length += got;
        }
        return new String(buffer, 0, length);
    }

    private static DelimitedRows rows(Content content, Encoding encoding, Dialect dialect) throws IOException {
        return new DelimitedRows(reader(content, encoding), dialect);
    }

    private static List<Text> notes(Encoding encoding, Layout layout) {
        List<Text> notes = new ArrayList<>(layout.notes());
        if (encoding.damaged() > 0) {
            notes.add(Text.of(
                    "有 " + encoding.damaged() + " 处字节不能按 " + encoding.charset() + " 解读",
                    encoding.damaged() + " places do not decode as " + encoding.charset()));
        }
        return notes;
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new Fault(DataError.FILE_UNREADABLE, "there is no encoding named " + name, e);
        }
    }
}
