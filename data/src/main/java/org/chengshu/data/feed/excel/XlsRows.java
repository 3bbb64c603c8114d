package org.chengshu.data.feed.excel;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.FeedLimits;
import org.chengshu.data.feed.table.RawRows;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;

/** A sheet of a workbook of Excel 97 to 2003. */
final class XlsRows implements RawRows {
    private final HSSFWorkbook book;
    private final Iterator<Row> rows;
    private final Merges merges;
    private final List<Optional<String>> cells = new ArrayList<>();
    private int line;

    private XlsRows(HSSFWorkbook book, Sheet sheet) {
        this.book = book;
        this.rows = sheet.rowIterator();
        this.merges = new Merges(sheet.getMergedRegions().stream()
                .map(region -> new Region(
                        region.getFirstRow() + 1,
                        region.getLastRow() + 1,
                        region.getFirstColumn(),
                        region.getLastColumn()))
                .toList());
    }

    static HSSFWorkbook book(Path file) throws IOException {
        if (Files.size(file) > FeedLimits.MOST_BYTES_OF_XLS) {
            throw new Fault(
                    DataError.FILE_UNREADABLE,
                    "a workbook of this kind may have " + (FeedLimits.MOST_BYTES_OF_XLS >> 20)
                            + " MiB; save it as .xlsx or CSV");
        }
        return new HSSFWorkbook(new POIFSFileSystem(file.toFile(), true), false);
    }

    static XlsRows open(Path file, String sheetName) throws IOException {
        HSSFWorkbook book = book(file);
        Sheet sheet = book.getSheet(sheetName);
        if (sheet == null) {
            book.close();
            throw new Fault(DataError.FILE_UNREADABLE, "there is no sheet " + sheetName);
        }
        return new XlsRows(book, sheet);
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
        line = row.getRowNum() + 1;
        for (int i = 0; i < row.getLastCellNum(); i++) {
            cells.add(Optional.ofNullable(row.getCell(i)).flatMap(XlsRows::text));
        }
        merges.fill(line, cells);
    }

    private static Optional<String> text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> Optional.of(number(cell));
            case BOOLEAN -> Optional.of(String.valueOf(cell.getBooleanCellValue()));
            case STRING -> Optional.of(cell.getStringCellValue()).filter(text -> !text.isEmpty());
            case ERROR ->
                Optional.of(FormulaError.forInt(cell.getErrorCellValue()).getString());
            default -> Optional.empty();
        };
    }

    private static String number(Cell cell) {
        String format = cell.getCellStyle().getDataFormatString();
        if (format != null && DateFormats.isDate(format) && DateUtil.isValidExcelDate(cell.getNumericCellValue())) {
            return DateFormats.date(cell.getLocalDateTimeCellValue(), format);
        }
        return DateFormats.number(BigDecimal.valueOf(cell.getNumericCellValue()));
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
        return Optional.empty();
    }

    @Override
    public boolean tearable() {
        return false;
    }

    @Override
    public void close() {
        ExcelFile.sound("", () -> {
            book.close();
            return true;
        });
    }
}
