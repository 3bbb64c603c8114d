package org.chengshu.sense.reading;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.sheets.CellWords;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.codec.Micros;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Readings or buckets as a workbook; times are dates of the city, numbers are numbers. A sheet that is full is followed by
 * another with the same head.
 */
final class XlsxOfReadings implements FileOfReadings {
    static final int ROWS_OF_A_SHEET = 1_000_000;
    private static final int ROWS_HELD = 500;
    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss.000";
    private static final int VALUE = 3;

    private final OutputStream out;
    private final Workbook book;
    private final ZoneId zone;
    private List<String> heads = List.of();
    private Optional<Worksheet> open = Optional.empty();
    private int sheets;
    private int row;

    XlsxOfReadings(OutputStream stream, ZoneId zone) {
        this.out = new BufferedOutputStream(stream);
        this.book = new Workbook(out, "Chengshu", "1.0");
        this.zone = zone;
    }

    @Override
    public void head() {
        heads = List.of("device", "property", time(), "value", "unit");
    }

    private String time() {
        return "time (" + zone + ")";
    }

    @Override
    public void points(RangeDesk.Asked one, Columns points) {
        try {
            for (int at = 0; at < points.size(); at++) {
                Worksheet sheet = next();
                begin(sheet, one, points.micros(at));
                switch (points.kind(at)) {
                    case Columns.NUMBER -> sheet.value(row, VALUE, points.number(at));
                    case Columns.FLAG -> sheet.value(row, VALUE, points.number(at) != 0);
                    default -> sheet.inlineString(row, VALUE, CellWords.printable(points.text(at)));
                }
                end(sheet, one, VALUE + 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void buckets(Iterable<RangeDesk.Asked> asked, RangeDesk.Sums sums, RangeQuestion question)
            throws IOException {
        heads = new ArrayList<>(List.of("device", "property", time()));
        heads.addAll(question.words());
        heads.add("unit");
        int series = 0;
        for (RangeDesk.Asked one : asked) {
            Summing sum = sums.series().get(series++);
            for (int place = 0; place < sums.grid().size(); place++) {
                Worksheet sheet = next();
                begin(sheet, one, sums.grid().edges()[place]);
                int column = VALUE;
                for (Statistic statistic : question.statistics()) {
                    double value = sum.value(place, statistic);
                    if (!Double.isNaN(value)) {
                        sheet.value(row, column, value);
                    }
                    column++;
                }
                end(sheet, one, column);
            }
        }
    }

    private void begin(Worksheet sheet, RangeDesk.Asked one, long micros) {
        sheet.inlineString(row, 0, one.device().code());
        sheet.inlineString(row, 1, one.series().property().id());
        sheet.value(row, 2, LocalDateTime.ofInstant(Micros.instant(micros), zone));
        sheet.style(row, 2).format(MOMENT).set();
    }

    private void end(Worksheet sheet, RangeDesk.Asked one, int column) throws IOException {
        one.series().property().unit().ifPresent(unit -> sheet.inlineString(row, column, unit));
        row++;
        if (row % ROWS_HELD == 0) {
            sheet.flush();
        }
    }

    /** The sheet that has room for a row. */
    private Worksheet next() throws IOException {
        if (open.isPresent() && row <= ROWS_OF_A_SHEET) {
            return open.get();
        }
        if (open.isPresent()) {
            open.get().finish();
        }
        Worksheet sheet = book.newWorksheet("readings " + ++sheets);
        sheet.freezePane(0, 1);
        for (int column = 0; column < heads.size(); column++) {
            sheet.inlineString(0, column, heads.get(column));
            sheet.style(0, column).bold().set();
        }
        row = 1;
        open = Optional.of(sheet);
        return sheet;
    }

    @Override
    public void close() throws IOException {
        if (open.isEmpty()) {
            next();
        }
        book.finish();
        out.close();
    }
}
