package org.chengshu.data.feed.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Detected;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FileFormat;
import org.chengshu.data.feed.FileShape;
import org.chengshu.data.feed.FileShapes;
import org.chengshu.data.feed.excel.ExcelFile;
import org.chengshu.data.feed.json.JsonFile;
import org.chengshu.data.feed.text.DelimitedText;
import org.chengshu.data.feed.text.Encoding;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds out what a file is and hands it to the reader of its kind. */
@Component
final class DetectingShapes implements FileShapes {
    private static final int BEGINNING = 1 << 16;

    private final JsonMapper json;

    DetectingShapes(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Detected inspect(Supplier<InputStream> content, String name, FileShape told) {
        return reading(() -> {
            FileShape shape = formatted(content, name, told);
            Detected found = inspect(content, shape);
            return new Detected(
                    found.shape(),
                    isPacked(content),
                    found.columns(),
                    found.sheets(),
                    found.lists(),
                    found.confidence(),
                    found.notes());
        });
    }

    @Override
    public JsonNode detect(Supplier<InputStream> content, String name) {
        return json.valueToTree(inspect(content, name, FileShape.untold()).shape());
    }

    @Override
    public Feed open(Supplier<InputStream> content, String name, FileShape shape) {
        return reading(() -> {
            FileShape formatted = formatted(content, name, shape);
            FileFormat format = formatted.format().orElseThrow();
            if (format.workbook()) {
                return OnDisk.feed(spooled(content), file -> ExcelFile.open(file, formatted));
            }
            return format.delimited()
                    ? DelimitedText.open(unpacked(content), formatted)
                    : JsonFile.open(text(content, encoding(content, formatted)), formatted);
        });
    }

    private static Detected inspect(Supplier<InputStream> content, FileShape shape) throws IOException {
        FileFormat format = shape.format().orElseThrow();
        if (format.workbook()) {
            Path file = spooled(content);
            try {
                return ExcelFile.inspect(file, shape);
            } finally {
                Files.deleteIfExists(file);
            }
        }
        return format.delimited() ? DelimitedText.inspect(unpacked(content), shape) : json(content, shape);
    }

    private static Detected json(Supplier<InputStream> content, FileShape shape) throws IOException {
        Encoding encoding = encoding(content, shape);
        return JsonFile.inspect(
                text(content, encoding), shape.encoded(encoding.charset().name()));
    }

    private static FileShape formatted(Supplier<InputStream> content, String name, FileShape told) throws IOException {
        byte[] head = head(content);
        if (head.length == 0) {
            throw new Fault(DataError.FILE_UNREADABLE, "the file is empty");
        }
        if (told.format().isPresent()) {
            return told;
        }
        String text = new String(
                        head,
                        DelimitedText.encoding(() -> new ByteArrayInputStream(head), told)
                                .charset())
                .replace("\uFEFF", "");
        FileFormat format = FormatGuess.of(head, text);
        return told.as(format == FileFormat.CSV && name.endsWith(".tsv") ? FileFormat.TSV : format);
    }

    private static byte[] head(Supplier<InputStream> content) throws IOException {
        try (InputStream in = Unpacking.of(content.get())) {
            return in.readNBytes(BEGINNING);
        }
    }

    private static Encoding encoding(Supplier<InputStream> content, FileShape told) throws IOException {
        return DelimitedText.encoding(unpacked(content), told);
    }

    private static DelimitedText.Content unpacked(Supplier<InputStream> content) {
        return () -> Unpacking.of(content.get());
    }

    private static JsonFile.Content text(Supplier<InputStream> content, Encoding encoding) {
        return () -> DelimitedText.reader(unpacked(content), encoding);
    }

    private static boolean isPacked(Supplier<InputStream> content) throws IOException {
        try (InputStream in = content.get()) {
            return Unpacking.isGzip(in.readNBytes(2));
        }
    }

    /** Workbooks are read from places all over the file. */
    private static Path spooled(Supplier<InputStream> content) throws IOException {
        Path file = Files.createTempFile("workbook", ".tmp");
        try (InputStream in = Unpacking.of(content.get())) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException | Fault e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new Fault(DataError.FILE_UNREADABLE, "it cannot be read: " + e.getMessage(), e);
        }
    }
}
