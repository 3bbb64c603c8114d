package org.chengshu.data.feed.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Detected;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FileFormat;
import org.chengshu.data.feed.FileShape;
import org.chengshu.data.feed.table.Layout;
import org.chengshu.data.feed.table.RawRows;
import org.chengshu.data.feed.table.TableFeed;
import org.chengshu.kernel.Fault;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads sheets of workbooks; the file must stay where it is until the feed is closed. */
public final class ExcelFile {
    private ExcelFile() {}

    public static Detected inspect(Path file, FileShape told) {
        requireSound(file, told);
        List<String> sheets = sheets(file, told);
        FileShape onSheet = chosen(file, told, sheets);
        Layout layout = layout(file, onSheet);
        double confidence = sheets.size() == 1 || told.sheet().isPresent()
                ? layout.confidence()
                : Math.min(0.8, layout.confidence());
        return new Detected(layout.in(onSheet), false, layout.columns(), sheets, List.of(), confidence, layout.notes());
    }

    public static Feed open(Path file, FileShape told) {
        requireSound(file, told);
        FileShape onSheet = told.sheet().isPresent() ? told : chosen(file, told, sheets(file, told));
        Layout layout = layout(file, onSheet);
        return new TableFeed(rows(file, onSheet), layout);
    }

    private static void requireSound(Path file, FileShape told) {
        sound("", () -> {
            if (told.format().orElseThrow() == FileFormat.XLSX) {
                XlsxParts.check(file);
            }
            return true;
        });
    }

    private static Layout layout(Path file, FileShape shape) {
        try (RawRows rows = rows(file, shape)) {
            return Layout.find(rows, shape);
        }
    }

    /** The first sheet that has rows, unless one is told. */
    private static FileShape chosen(Path file, FileShape told, List<String> sheets) {
        if (told.sheet().isPresent()) {
            return told;
        }
        Optional<String> filled = sheets.stream()
                .filter(sheet -> {
                    try (RawRows rows = rows(file, told.onSheet(sheet))) {
                        return rows.next();
                    }
                })
                .findFirst();
        return told.onSheet(
                filled.orElseThrow(() -> new Fault(DataError.FILE_UNREADABLE, "no sheet of the workbook has rows")));
    }

    private static List<String> sheets(Path file, FileShape told) {
        return sound("", () -> {
            if (told.format().orElseThrow() == FileFormat.XLSX) {
                try (ReadableWorkbook book = XlsxRows.book(file)) {
                    return book.getSheets().map(Sheet::getName).toList();
                }
            }
            try (HSSFWorkbook book = XlsRows.book(file)) {
                return IntStream.range(0, book.getNumberOfSheets())
                        .mapToObj(book::getSheetName)
                        .toList();
            }
        });
    }

    private static RawRows rows(Path file, FileShape shape) {
        String sheet = shape.sheet().orElseThrow();
        return sound(
                "",
                () -> shape.format().orElseThrow() == FileFormat.XLSX
                        ? XlsxRows.open(file, sheet)
                        : XlsRows.open(file, sheet));
    }

    /** What a library does with bytes. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Whatever a library throws at bytes that are no workbook becomes a refusal that says so. */
    static <T> T sound(String where, Reading<T> reading) {
        try {
            return reading.read();
        } catch (Fault e) {
            throw e;
        } catch (IOException | RuntimeException | AssertionError e) {
            String place = where.isEmpty() ? "" : where + " ";
            throw new Fault(
                    DataError.FILE_UNREADABLE,
                    place + "the workbook is not sound: "
                            + Optional.ofNullable(e.getMessage())
                                    .orElse(e.getClass().getSimpleName()),
                    e);
        }
    }
}
