package org.chengshu.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.chengshu.bench.BenchOptions;
import org.chengshu.bench.Figure;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.yard.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryPartTest {
    @TempDir
    Path folder;

    @Test
    void comesToTheSameRecordsAsTheStatementByHand() throws Exception {
        List<Figure> figures;
        try (NodeProcess node = NodeProcess.start(folder.resolve("city"))) {
            figures = new LibraryPart(600).run(new BenchOptions(), node, Server.of(node.data()));
        }

        assertThat(figures).extracting(Figure::name).containsExactly("library-by-keys", "library-by-names");
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.ours()).isPositive();
            assertThat(figure.ratio()).isPositive();
        });
    }

    @Test
    void writesWhatTwoDepartmentsKnowOfTheSameFirms() throws Exception {
        String registry = new String(RegisterRows.registry(30).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        String tax = new String(RegisterRows.taxOffice(30).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(registry.lines()).hasSize(31);
        assertThat(tax.lines()).hasSize(1 + RegisterRows.ofTaxOffice(30)).anyMatch(line -> line.startsWith("T10,,"));
        assertThat(RegisterRows.withoutCode(30)).isEqualTo(2);
    }
}
