package org.chengshu.core.sheets.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chengshu.core.sheets.CellWords;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of one sheet with its head frozen. Words are text cells, which Excel never takes for formulas; times are real
 * dates.
 */
final class XlsxTable implements TableWriter {
    private static final int LONGEST_TITLE = 31;
    private static final int ROWS_HELD = 500;
    private static final int WIDE = 20;
    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";
    private static final String DAY = "yyyy-mm-dd";

    private final OutputStream out;
    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    XlsxTable(Path file, String title) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file));
        book = new Workbook(out, "Chengshu", "1.0");
        String name = title.replaceAll("[\\\\/?*\\[\\]:']", " ");
        sheet = book.newWorksheet(name.substring(0, Math.min(LONGEST_TITLE, name.length())));
    }

    @Override
    public void head(List<String> heads) {
        sheet.freezePane(0, 1);
        for (int i = 0; i < heads.size(); i++) {
            sheet.width(i, WIDE);
            sheet.value(0, i, heads.get(i));
            sheet.style(0, i).bold().set();
        }
        row = 1;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            put(i, cells.get(i));
        }
        row++;
        if (row % ROWS_HELD == 0) {
            sheet.flush();
        }
    }

    private void put(int column, Cell cell) {
        switch (cell) {
            case Cell.Nothing _ -> {}
            case Cell.Words words -> sheet.inlineString(row, column, CellWords.printable(words.text()));
            case Cell.Figure figure -> sheet.value(row, column, figure.number());
            case Cell.Moment moment -> {
                sheet.value(row, column, moment.time());
                sheet.style(row, column).format(MOMENT).set();
            }
            case Cell.Day day -> {
                sheet.value(row, column, day.day());
                sheet.style(row, column).format(DAY).set();
            }
        }
    }

    @Override
    public void finish() throws IOException {
        book.finish();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
