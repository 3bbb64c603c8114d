package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.chengshu.bench.NodeProcess;
import org.chengshu.e2e.Guide.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Does what the guide to the first pack says, to the letter, and sees what it shows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstPackGuideTest {
    private static final Path DOCS = Path.of("..", "docs");

    private NodeProcess node;

    @BeforeAll
    void startTheCity(@TempDir Path data) throws IOException {
        node = NodeProcess.start(data);
    }

    @AfterAll
    void stopTheCity() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource({"first-pack.md, en_US.UTF-8", "first-pack.zh-CN.md, zh_CN.UTF-8"})
    void theGuideWorksAsItIsWritten(String guide, String language, @TempDir Path folder) throws IOException {
        Files.createFile(
                folder.resolve("chengshu"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(folder.resolve("chengshu"), "#!/bin/sh\nexec " + node.launcher() + " \"$@\"\n");
        try (Terminal terminal = new Terminal(folder, Map.of("LC_ALL", language))) {
            for (Step step : Guide.read(DOCS.resolve(guide)).steps()) {
                take(step, folder, terminal);
            }
        }
    }

    @Test
    void bothLanguagesTellTheSameSteps() throws IOException {
        assertThat(deeds("first-pack.zh-CN.md"))
                .isEqualTo(deeds("first-pack.md"))
                .hasSizeGreaterThan(10);
    }

    private void take(Step step, Path folder, Terminal terminal) throws IOException {
        switch (step) {
            case Step.Write(String path, String content) -> {
                Files.createDirectories(folder.resolve(path).getParent());
                Files.writeString(folder.resolve(path), content);
            }
            case Step.Run run -> {
                String printed = terminal.run(here(run.commands()));
                run.prints().ifPresent(shown -> assertThat(Guide.fits(shown, printed))
                        .as("%s%nprinted%n%s%ninstead of%n%s", run.commands(), printed, shown)
                        .isTrue());
            }
            case Step.Start start -> assertThat(start.command()).startsWith("./chengshu up --data /tmp/first-city");
        }
    }

    /** On this city instead of the reader's. */
    private String here(String commands) {
        return commands.replace("/tmp/first-city", node.data().toString())
                .replace("http://127.0.0.1:8080", node.people("").toString())
                .replace("http://127.0.0.1:8081", node.devices("").toString());
    }

    private static List<String> deeds(String guide) throws IOException {
        return Guide.read(DOCS.resolve(guide)).steps().stream()
                .map(step -> switch (step) {
                    case Step.Write write -> write.path() + "\n" + write.content();
                    case Step.Run run -> run.commands();
                    case Step.Start start -> start.command();
                })
                .toList();
    }
}
