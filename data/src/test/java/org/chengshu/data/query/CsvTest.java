package org.chengshu.data.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void textsThatASpreadsheetWouldRunAreNeutralised() {
        assertThat(cell("=1+1")).isEqualTo("'=1+1");
        assertThat(cell("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(cell("-2+3")).isEqualTo("'-2+3");
        assertThat(cell("+cmd|' /C calc'!A0")).isEqualTo("'+cmd|' /C calc'!A0");
        assertThat(cell("\t=1")).isEqualTo("'\t=1");
        assertThat(cell("=HYPERLINK(\"x\",\"y\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    }

    @Test
    void numbersStayNumbers() {
        assertThat(cell(-1.5)).isEqualTo("-1.5");
        assertThat(cell(12_000_000_000.0)).isEqualTo("12000000000");
        assertThat(cell(0.000_012)).isEqualTo("0.000012");
        assertThat(cell(7L)).isEqualTo("7");
        assertThat(cell("-12.5")).isEqualTo("-12.5");
    }

    @Test
    void separatorsAndQuotesAreQuoted() {
        assertThat(cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(cell("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
        assertThat(cell("two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(cell("城枢")).isEqualTo("城枢");
    }

    @Test
    void whatIsAbsentIsEmpty() {
        assertThat(Csv.cell(Optional.empty())).isEmpty();
        assertThat(cell(Instant.parse("2026-01-01T00:00:00Z"))).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Property
    void noCellBreaksOutOfItsPlace(@ForAll String text) {
        String cell = cell(text);
        if (cell.startsWith("\"")) {
            assertThat(cell).endsWith("\"");
            assertThat(cell.substring(1, cell.length() - 1).replace("\"\"", "")).doesNotContain("\"");
        } else {
            assertThat(cell).doesNotContain(",", "\n", "\r", "\"");
        }
    }

    private static String cell(Object value) {
        return Csv.cell(Optional.of(value));
    }
}
