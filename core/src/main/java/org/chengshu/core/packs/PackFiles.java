package org.chengshu.core.packs;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;

/**
 * The files of one pack: path inside the pack's folder, with {@code /}, to text (UTF-8). Limits, all refused with
 * {@link CoreError.TOO_LARGE}: 500 files, 2 MiB (of characters) a file, 16 MiB in all. Immutable, ordered by path.
 */
public record PackFiles(Map<String, String> pathToText) {
    public static final int MOST_FILES = 500;
    public static final int MOST_CHARACTERS = 2 * 1024 * 1024;

    public static final int MOST_CHARACTERS_IN_ALL = 16 * 1024 * 1024;

    public PackFiles {
        if (pathToText.size() > MOST_FILES) {
            throw new Fault(CoreError.TOO_LARGE, "a pack has at most " + MOST_FILES + " files");
        }
        pathToText.forEach(PackFiles::requireSmall);
        if (pathToText.values().stream().mapToLong(String::length).sum() > MOST_CHARACTERS_IN_ALL) {
            throw new Fault(CoreError.TOO_LARGE, "a pack has at most 16 MiB in all");
        }
        pathToText = Collections.unmodifiableMap(new TreeMap<>(pathToText));
    }

    /** Reads every {@code *.yaml} of a folder and the folders in it, or of a ZIP archive. */
    public static PackFiles read(Path folder) {
        return new PackFiles(PackFolder.read(folder));
    }

    /** These and one more, or that one another. */
    public PackFiles with(String path, String text) {
        Map<String, String> files = new TreeMap<>(pathToText);
        files.put(path, text);
        return new PackFiles(files);
    }

    private static void requireSmall(String path, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new Fault(CoreError.TOO_LARGE, path + ": a file of a pack has at most 2 MiB");
        }
    }
}
