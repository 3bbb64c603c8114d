package org.chengshu.sense.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty list of devices to be filled in; the workbook's second sheet says what belongs into each column. */
final class RosterTemplate {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int WIDE = 18;
    private static final int VERY_WIDE = 70;

    private RosterTemplate() {}

    static byte[] csv() {
        StringBuilder out = new StringBuilder("\uFEFF");
        RefusedFile.line(
                out, Arrays.stream(RosterColumn.values()).map(RosterColumn::zh).toList());
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("EnumOrdinal") // the columns of the template in their order
    static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Chengshu", "1.0")) {
            Worksheet list = book.newWorksheet("设备 devices");
            Worksheet help = book.newWorksheet("说明 help");
            list.freezePane(0, 1);
            help.width(2, VERY_WIDE);
            help.width(3, VERY_WIDE);
            for (RosterColumn column : RosterColumn.values()) {
                int at = column.ordinal();
                list.value(0, at, column.zh());
                list.width(at, WIDE);
                list.style(0, at).bold().set();
                help.value(at, 0, column.zh());
                help.value(at, 1, column.en());
                help.value(at, 2, column.help().zh());
                help.value(at, 3, column.help().en());
            }
        }
        return out.toByteArray();
    }
}
