package org.chengshu.data.feed.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.chengshu.data.feed.Detected;
import org.chengshu.data.feed.FileFormat;
import org.chengshu.data.feed.FileShape;
import org.chengshu.kernel.Fault;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class ExcelFileTest {
    static Bytes newBook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            book.newWorksheet("封面");
            Worksheet sheet = book.newWorksheet("明细");
            sheet.value(0, 0, "2026年路灯台账");
            sheet.range(0, 0, 0, 4).merge();
            row(sheet, 2, "街道", "路灯", "功率", "安装日期", "更新时间");
            sheet.value(3, 0, "东湖街道");
            sheet.range(3, 0, 4, 0).merge();
            lamp(sheet, 3, "灯1", 150.5, LocalDateTime.of(2020, 5, 1, 0, 0));
            lamp(sheet, 4, "灯2", 0.1 + 0.2, LocalDateTime.of(2021, 6, 2, 8, 5));
            sheet.value(6, 0, "注：数据截至2026年6月");
            book.newWorksheet("其他").value(0, 0, "x");
        }
        return new Bytes(out.toByteArray(), "lamps.xlsx");
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            sheet.value(row, i, cells[i]);
        }
    }

    private static void lamp(Worksheet sheet, int row, String name, double power, LocalDateTime at) {
        sheet.value(row, 1, name);
        sheet.value(row, 2, power);
        sheet.value(row, 3, at.toLocalDate());
        sheet.style(row, 3).format("yyyy/m/d").set();
        sheet.value(row, 4, at);
        sheet.style(row, 4).format("yyyy-mm-dd hh:mm:ss").set();
    }

    static Bytes oldBook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            Sheet sheet = book.createSheet("年度数据");
            sheet.createRow(0).createCell(0).setCellValue("数据库：主要城市年度数据");
            sheet.createRow(1).createCell(0).setCellValue("时间：最近20年");
            fill(sheet, 2, "地区", "指标", "指标");
            sheet.addMergedRegion(new CellRangeAddress(2, 2, 1, 2));
            fill(sheet, 3, "", "人口", "面积");
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
            fill(sheet, 4, "北京", 1359.2, true);
            fill(sheet, 5, "上海", 2e7, LocalDate.of(2026, 1, 31));
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            sheet.getRow(5).getCell(2).setCellStyle(day);
            sheet.getRow(5).createCell(1).setCellFormula("10000000*2");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            sheet.createRow(7).createCell(0).setCellValue("数据来源：国家统计局");
            book.write(out);
        }
        return new Bytes(out.toByteArray(), "cities.xls");
    }

    private static void fill(Sheet sheet, int at, Object... cells) {
        org.apache.poi.ss.usermodel.Row row = sheet.createRow(at);
        for (int i = 0; i < cells.length; i++) {
            switch (cells[i]) {
                case Double number -> row.createCell(i).setCellValue(number);
                case Boolean truth -> row.createCell(i).setCellValue(truth);
                case LocalDate day -> row.createCell(i).setCellValue(day);
                default -> row.createCell(i).setCellValue(cells[i].toString());
            }
        }
    }

    @Test
    void readsAWorkbookOfTodayWithTitlesMergesAndNotes() throws IOException {
        Bytes file = newBook();
        Detected found = file.inspect();
        assertThat(found.shape().format()).contains(FileFormat.XLSX);
        assertThat(found.shape().sheet()).contains("明细");
        assertThat(found.sheets()).containsExactly("封面", "明细", "其他");
        assertThat(found.columns()).containsExactly("街道", "路灯", "功率", "安装日期", "更新时间");
        assertThat(found.notes().toString()).contains("2026年路灯台账");
        assertThat(file.rows())
                .containsExactly(
                        List.of("东湖街道", "灯1", "150.5", "2020-05-01", "2020-05-01T00:00:00"),
                        List.of("东湖街道", "灯2", "0.3", "2021-06-02", "2021-06-02T08:05:00"));
    }

    @Test
    void anotherSheetMayBeChosen() throws IOException {
        assertThat(newBook().inspect(FileShape.untold().onSheet("其他")).columns())
                .containsExactly("x");
        assertThatThrownBy(() -> newBook().rows(FileShape.untold().onSheet("没有")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("没有");
    }

    @Test
    void readsAnOldWorkbookWithHeadsInTwoRows() throws IOException {
        Bytes file = oldBook();
        Detected found = file.inspect();
        assertThat(found.shape().format()).contains(FileFormat.XLS);
        assertThat(found.columns()).containsExactly("地区", "指标 人口", "指标 面积");
        assertThat(file.rows(found.shape()))
                .containsExactly(List.of("北京", "1359.2", "true"), List.of("上海", "20000000", "2026-01-31"));
    }

    @Test
    void whatOnlySaysThatItIsAWorkbookIsRefused() {
        assertThatThrownBy(() -> new Bytes(new byte[] {0x50, 0x4B, 3, 4, 1, 2, 3}, "a.xlsx").inspect())
                .isInstanceOf(Fault.class)
                .hasMessageContaining("not sound");
        byte[] old = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 600);
        assertThatThrownBy(() -> new Bytes(old, "a.xls").inspect()).isInstanceOf(Fault.class);
    }
}
