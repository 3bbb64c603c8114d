package org.chengshu.sense.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.core.sheets.CsvReader;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.SenseError;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * A list of devices as a file: CSV (UTF-8, or GB18030 as Chinese Excel saves it; comma or semicolon) or the first sheet of an
 * Excel workbook. What it is its content tells. The first row holds the heads. Immutable.
 */
record RosterFile(List<String> heads, List<RosterRow> rows) {
    static final int MOST_BYTES = 32 * 1024 * 1024;
    static final int MOST_ROWS = 100_000;
    private static final Charset CHINESE = Charset.forName("GB18030");

    static RosterFile read(byte[] content) {
        try {
            List<Line> lines = isZip(content) ? workbook(content) : csv(text(content));
            return of(lines);
        } catch (IOException | RuntimeException e) {
            if (e instanceof Fault fault) {
                throw fault;
            }
            throw new Fault(
                    SenseError.DEVICES_FAULTY,
                    "the file is neither CSV nor an Excel workbook (.xlsx): " + e.getMessage(),
                    e);
        }
    }

    private record Line(long number, List<String> fields) {}

    private static RosterFile of(List<Line> lines) {
        if (lines.isEmpty()) {
            throw new Fault(SenseError.DEVICES_FAULTY, "the file is empty");
        }
        if (lines.size() > MOST_ROWS + 1) {
            throw new Fault(SenseError.DEVICES_FAULTY, "a file holds at most " + MOST_ROWS + " devices");
        }
        List<String> heads = lines.getFirst().fields.stream().map(String::strip).toList();
        if (heads.stream().noneMatch(head -> RosterColumn.ofHead(head).equals(Optional.of(RosterColumn.CODE)))) {
            throw new Fault(
                    SenseError.DEVICES_FAULTY,
                    "the first row has no column 编码 / code; it has "
                            + String.join(", ", heads.stream().limit(20).toList()));
        }
        return new RosterFile(
                heads,
                lines.stream()
                        .skip(1)
                        .filter(line -> line.fields.stream().anyMatch(field -> !field.isBlank()))
                        .map(line -> row(heads, line))
                        .toList());
    }

    private static RosterRow row(List<String> heads, Line line) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < heads.size() && i < line.fields.size(); i++) {
            cells.putIfAbsent(heads.get(i), line.fields.get(i));
        }
        return new RosterRow(line.number, cells);
    }

    private static boolean isZip(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K';
    }

    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, CHINESE);
        }
    }

    private static List<Line> csv(String text) throws IOException {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        char delimiter = first.indexOf(',') < 0 && first.indexOf(';') >= 0
                ? ';'
                : first.indexOf('\t') >= 0 && first.indexOf(',') < 0 ? '\t' : ',';
        CsvReader reader = new CsvReader(new StringReader(text), delimiter);
        List<Line> lines = new ArrayList<>();
        for (Optional<CsvReader.Row> row = reader.next();
                row.isPresent() && lines.size() <= MOST_ROWS + 1;
                row = reader.next()) {
            if (!row.get().sound()) {
                throw new Fault(
                        SenseError.DEVICES_FAULTY,
                        "line " + row.get().line() + ": its quotes are wrong or a field is too long");
            }
            lines.add(new Line(row.get().line(), row.get().fields()));
        }
        return lines;
    }

    private static List<Line> workbook(byte[] content) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(content));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return rows.limit(MOST_ROWS + 2L)
                    .map(row -> new Line(row.getRowNum(), fields(row)))
                    .toList();
        }
    }

    private static List<String> fields(Row row) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            fields.add(row.getOptionalCell(i).map(RosterFile::text).orElse(""));
        }
        return fields;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString();
        }
        return cell.getText() == null ? "" : cell.getText();
    }
}
