package org.chengshu.core.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvReaderTest {
    @Test
    void readsPlainAndQuotedFields() {
        List<CsvReader.Row> rows = read("\uFEFFa,b\r\n1,\"x, \"\"y\"\"\n2\"\n\n3,\n");

        assertThat(rows)
                .extracting(CsvReader.Row::fields)
                .containsExactly(List.of("a", "b"), List.of("1", "x, \"y\"\n2"), List.of("3", ""));
        assertThat(rows).extracting(CsvReader.Row::line).containsExactly(1L, 2L, 5L);
        assertThat(rows).allMatch(CsvReader.Row::sound);
    }

    @Test
    void saysWhenQuotesAreWrong() {
        assertThat(read("\"a\"b,c\nd,e\n")).extracting(CsvReader.Row::sound).containsExactly(false, true);
        assertThat(read("x\n\"never closed")).extracting(CsvReader.Row::sound).containsExactly(true, false);
    }

    @Property
    void readsBackWhateverIsWritten(@ForAll("tables") List<List<String>> table) {
        StringBuilder csv = new StringBuilder();
        for (List<String> row : table) {
            csv.append(String.join(
                            ",",
                            row.stream()
                                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                    .toList()))
                    .append("\n");
        }

        assertThat(read(csv.toString())).extracting(CsvReader.Row::fields).isEqualTo(table);
    }

    @Property
    void neverThrowsWhateverTheText(@ForAll String text) {
        assertThat(read(text)).isNotNull();
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings().withChars("ab,\"\n\r 北").ofMaxLength(6);
        return cell.list().ofMinSize(1).ofMaxSize(4).list().ofMaxSize(6);
    }

    private static List<CsvReader.Row> read(String text) {
        CsvReader reader = new CsvReader(new StringReader(text), ',');
        List<CsvReader.Row> rows = new ArrayList<>();
        try {
            for (Optional<CsvReader.Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
