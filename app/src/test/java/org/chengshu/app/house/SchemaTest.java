package org.chengshu.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody reads another module's tables: a module's sources name no schema but its own and {@code facts}. */
class SchemaTest {
    private static final Pattern SCHEMA = Pattern.compile("\\bcs_([a-z][a-z0-9]*)\\b");

    // A benchmark lays out a million rows that no door would take in its time; it is never part of the program.
    private static final String UNSHIPPED = "bench";

    @Test
    void noModuleNamesTheTablesOfAnother() throws IOException {
        Path root = Path.of("..").toRealPath();
        Set<String> wrong = new TreeSet<>();
        Set<String> schemasSeen = new TreeSet<>();
        for (String module : Edges.ALLOWED.keySet()) {
            if (module.equals(UNSHIPPED)) {
                continue;
            }
            Path sources = root.resolve(module).resolve("src/main");
            if (!Files.isDirectory(sources)) {
                continue;
            }
            for (Path file : textFiles(sources)) {
                Matcher matcher = SCHEMA.matcher(Files.readString(file));
                while (matcher.find()) {
                    schemasSeen.add(matcher.group(1));
                    if (!matcher.group(1).equals(module)) {
                        wrong.add(root.relativize(file) + " names " + matcher.group());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(schemasSeen).contains("core", "alarm", "sense", "cases", "indicator");
    }

    private static Iterable<Path> textFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|sql|yaml|json)"))
                    .toList();
        }
    }
}
