package org.chengshu.core.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.chengshu.kernel.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackFilesTest {
    private static final PackFiles PACK =
            new PackFiles(Map.of("pack.yaml", "id: 河\r\n", "a/beds.yaml", "\uFEFF# 花坛\nbeds: []"));

    @TempDir
    Path folder;

    @Test
    void comesBackFromAnArchiveAsItWas() throws IOException {
        Path archive = folder.resolve("park.zip");
        Files.write(archive, PackZip.write("park", PACK));

        assertThat(PackFiles.read(archive)).isEqualTo(PACK);
        assertThat(PackZip.write("park", PACK)).isEqualTo(PackZip.write("park", PACK));
    }

    @Test
    void comesBackFromAFolderAsItWas() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        for (Map.Entry<String, String> file : PACK.pathToText().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(folder.resolve("README.md"), "not a part of it");

        assertThat(PackFiles.read(folder)).isEqualTo(PACK);
    }

    @Test
    void readsAlsoWhatIsMisnamedSoThatItIsTold() throws IOException {
        Files.writeString(folder.resolve("rules.yml"), "rules: []");

        assertThat(PackFiles.read(folder).pathToText()).containsKey("rules.yml");
    }

    @Test
    void refusesTextThatIsNotUtf8AndNamesTheFile() throws IOException {
        Files.write(folder.resolve("pack.yaml"), "title: 公园".getBytes(Charset.forName("GBK")));

        assertThatThrownBy(() -> PackFiles.read(folder))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("pack.yaml is not UTF-8");
    }

    @Test
    void refusesAnArchiveThatIsNoneOrNoPack() throws IOException {
        Path archive = folder.resolve("park.zip");
        Files.writeString(archive, "no archive");
        assertThatThrownBy(() -> PackFiles.read(archive)).hasMessageContaining("it has no pack.yaml");

        Files.write(archive, PackZip.write("park", new PackFiles(Map.of("beds.yaml", "beds: []"))));
        assertThatThrownBy(() -> PackFiles.read(archive)).hasMessageContaining("it has no pack.yaml");
    }
}
