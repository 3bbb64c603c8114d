package org.chengshu.core.sheets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.chengshu.core.sheets.CellWords;
import org.chengshu.kernel.Text;
import org.junit.jupiter.api.Test;

class CellTest {
    private static final Cell.Reader READER = new Cell.Reader(Locale.CHINESE, ZoneId.of("Asia/Shanghai"));

    @Test
    void saysValuesInTheReadersLanguageAndZone() {
        assertThat(words(Text.of("告警", "Alarm"))).isEqualTo("告警");
        assertThat(words(Instant.parse("2026-01-31T16:30:00Z"))).isEqualTo("2026-02-01 00:30:00");
        assertThat(words(true)).isEqualTo("是");
        assertThat(words(Optional.of(3))).isEqualTo("3");
        assertThat(words(Optional.empty())).isEmpty();
        assertThat(words(Double.NaN)).isEmpty();
        assertThat(words(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(words(List.of("a", Text.of("乙", "b")))).isEqualTo("a, 乙");
    }

    @Test
    void letsNoWordsBecomeAFormula() {
        assertThat(CsvTable.harmless("=1+1")).isEqualTo("'=1+1");
        assertThat(CsvTable.harmless("+86 755")).startsWith("'");
        assertThat(CsvTable.harmless("@SUM(A1)")).startsWith("'");
        assertThat(CsvTable.harmless("龙华区")).isEqualTo("龙华区");
    }

    @Property
    void writesOnlyWhatXmlCanHold(@ForAll String words) {
        String kept = CellWords.printable(words);
        assertThat(kept.chars().filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r'))
                .isEmpty();
        assertThat(kept.length()).isLessThan(32_768);
    }

    private static String words(Object value) {
        return Cell.words(READER.cell(value));
    }
}
