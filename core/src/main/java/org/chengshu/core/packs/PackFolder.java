package org.chengshu.core.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;

/** Reads a pack's folder from disk. */
final class PackFolder {
    private PackFolder() {}

    static Map<String, String> read(Path folder) {
        if (Files.isRegularFile(folder)) {
            return PackZip.read(folder);
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> found = walk.filter(PackFolder::isYaml)
                    .limit(PackFiles.MOST_FILES + 1L)
                    .toList();
            Map<String, String> files = new TreeMap<>();
            for (Path path : found) {
                files.put(nameIn(folder, path), text(path));
            }
            return files;
        } catch (IOException e) {
            throw new Fault(CoreError.BAD_REQUEST, folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean isYaml(Path path) {
        return Files.isRegularFile(path) && isYaml(path.getFileName().toString());
    }

    /** Also {@code .yml}, so that its author is told rather than left to wonder why nothing of it is read. */
    static boolean isYaml(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static String nameIn(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private static String text(Path path) throws IOException {
        // A UTF-8 text has at most three bytes per char; anything longer is too large whatever it holds.
        if (Files.size(path) > 3L * PackFiles.MOST_CHARACTERS) {
            throw new Fault(CoreError.TOO_LARGE, path + ": a file of a pack has at most 2 MiB");
        }
        return Utf8.read(path.toString(), Files.readAllBytes(path));
    }
}
