package org.chengshu.data.feed.excel;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.FeedLimits;
import org.chengshu.data.feed.table.RawRows;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A sheet of a workbook of today, row by row. */
final class XlsxRows implements RawRows {
    private final ReadableWorkbook book;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final Merges merges;
    private final List<Optional<String>> cells = new ArrayList<>();
    private int line;
    private Optional<Text> flaw = Optional.empty();

    private XlsxRows(ReadableWorkbook book, Stream<Row> stream, Merges merges) {
        this.book = book;
        this.stream = stream;
        this.rows = stream.iterator();
        this.merges = merges;
    }

    static ReadableWorkbook book(Path file) throws IOException {
        return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
    }

    static XlsxRows open(Path file, String sheetName) throws IOException {
        ReadableWorkbook book = book(file);
        try {
            Sheet sheet = book.findSheet(sheetName)
                    .orElseThrow(() -> new Fault(DataError.FILE_UNREADABLE, "there is no sheet " + sheetName));
            return new XlsxRows(book, sheet.openStream(), new Merges(XlsxParts.merges(file, sheet.getId())));
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    @Override
    public boolean next() {
        return ExcelFile.sound("after row " + line, () -> {
            if (!rows.hasNext()) {
                return false;
            }
            take(rows.next());
            return true;
        });
    }

    private void take(Row row) {
        cells.clear();
        flaw = Optional.empty();
        line = row.getRowNum();
        int width = row.getCellCount();
        if (width > FeedLimits.MOST_COLUMNS) {
            flaw = Optional.of(Text.of(
                    "一行超过 " + FeedLimits.MOST_COLUMNS + " 个单元格",
                    "the row has more than " + FeedLimits.MOST_COLUMNS + " cells"));
        }
        for (int i = 0; i < Math.min(width, FeedLimits.MOST_COLUMNS); i++) {
            cells.add(row.getOptionalCell(i).flatMap(this::text));
        }
        merges.fill(line, cells);
    }

    private Optional<String> text(Cell cell) {
        Object value = cell.getValue();
        return switch (value) {
            case null -> Optional.ofNullable(cell.getRawValue()).filter(raw -> !raw.isEmpty());
            case BigDecimal number -> Optional.of(number(cell, number));
            case Boolean truth -> Optional.of(truth.toString());
            default -> Optional.of(value.toString()).filter(text -> !text.isEmpty());
        };
    }

    private static String number(Cell cell, BigDecimal number) {
        String format = cell.getDataFormatString();
        if (format != null && DateFormats.isDate(format)) {
            try {
                return DateFormats.date(cell.asDate(), format);
            } catch (DateTimeException | ArithmeticException e) {
                return DateFormats.number(number);
            }
        }
        return DateFormats.number(number);
    }

    @Override
    public int width() {
        return cells.size();
    }

    @Override
    public Optional<String> cell(int column) {
        return column < cells.size() ? cells.get(column) : Optional.empty();
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public Optional<Text> flaw() {
        return flaw;
    }

    @Override
    public boolean tearable() {
        return false;
    }

    @Override
    public void close() {
        stream.close();
        ExcelFile.sound("", () -> {
            book.close();
            return true;
        });
    }
}
