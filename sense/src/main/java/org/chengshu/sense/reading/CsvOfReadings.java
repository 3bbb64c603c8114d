package org.chengshu.sense.reading;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.codec.Micros;

/** Writes readings or buckets as CSV (RFC 4180), row by row as they come; with the mark by which Excel knows UTF-8. */
final class CsvOfReadings implements FileOfReadings {
    private static final char MARK = '\uFEFF';
    private static final int BUFFER = 64 * 1024;

    private final Writer out;

    CsvOfReadings(OutputStream stream) {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
    }

    @Override
    public void head() throws IOException {
        out.write(MARK + "device,property,time,value,unit\r\n");
    }

    @Override
    public void points(RangeDesk.Asked one, Columns points) {
        String begin =
                cell(one.device().code()) + ',' + cell(one.series().property().id()) + ',';
        String end =
                ',' + one.series().property().unit().map(CsvOfReadings::cell).orElse("") + "\r\n";
        try {
            for (int at = 0; at < points.size(); at++) {
                out.write(begin);
                out.write(Micros.instant(points.micros(at)).toString());
                out.write(',');
                out.write(value(points, at));
                out.write(end);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(Columns points, int at) {
        return switch (points.kind(at)) {
            case Columns.NUMBER -> number(points.number(at));
            case Columns.FLAG -> points.number(at) == 0 ? "false" : "true";
            default -> cell(points.text(at));
        };
    }

    @Override
    public void buckets(Iterable<RangeDesk.Asked> asked, RangeDesk.Sums sums, RangeQuestion question)
            throws IOException {
        out.write(MARK + "device,property,time," + String.join(",", question.words()) + ",unit\r\n");
        int series = 0;
        for (RangeDesk.Asked one : asked) {
            Summing sum = sums.series().get(series++);
            for (int place = 0; place < sums.grid().size(); place++) {
                out.write(cell(one.device().code())
                        + ','
                        + cell(one.series().property().id())
                        + ','
                        + Micros.instant(sums.grid().edges()[place]));
                for (Statistic statistic : question.statistics()) {
                    double value = sum.value(place, statistic);
                    out.write(',');
                    out.write(Double.isNaN(value) ? "" : number(value));
                }
                out.write(','
                        + one.series()
                                .property()
                                .unit()
                                .map(CsvOfReadings::cell)
                                .orElse("") + "\r\n");
            }
        }
    }

    private static String number(double number) {
        long whole = (long) number;
        return whole == number ? Long.toString(whole) : Double.toString(number);
    }

    /** Quoted where it must be; what a table would take for a formula is made a text. */
    private static String cell(String text) {
        String plain = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = plain.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
