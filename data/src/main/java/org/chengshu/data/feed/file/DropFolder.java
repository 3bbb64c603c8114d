package org.chengshu.data.feed.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Files that somebody lays down in a folder below {@code drop} of the data folder. A file is taken once it has been left
 * alone for a while, so that one still being written is not read.
 */
final class DropFolder {
    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);

    private final Path folder;
    private final PathMatcher pattern;
    private final Instant before;

    DropFolder(Path root, String name, String glob, Instant now) {
        this.folder = root.resolve(name).normalize();
        if (!folder.startsWith(root)) {
            throw new Fault(DataError.SOURCE_FAULTY, "folder: it must lie in " + root);
        }
        this.pattern = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        this.before = now.minus(LEFT_ALONE);
    }

    /** A file and when it was last written. */
    record Laid(Path file, Instant at) {
        JsonNode mark() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("at", at.toString())
                    .put("file", file.getFileName().toString());
        }

        private boolean isAfter(JsonNode mark) {
            int byTime = at.compareTo(Instant.parse(mark.path("at").asString("")));
            int byName =
                    file.getFileName().toString().compareTo(mark.path("file").asString(""));
            return byTime > 0 || (byTime == 0 && byName > 0);
        }
    }

    /** The next file after a mark, the oldest first; without a mark the newest alone, or the oldest when all are wanted. */
    Optional<Laid> next(Optional<JsonNode> mark, boolean each) {
        List<Laid> files = files();
        if (mark.isPresent()) {
            return files.stream().filter(file -> file.isAfter(mark.get())).findFirst();
        }
        return files.isEmpty() ? Optional.empty() : Optional.of(each ? files.getFirst() : files.getLast());
    }

    List<Laid> files() {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new Fault(DataError.SOURCE_REFUSED, "there is no folder " + folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> pattern.matches(file.getFileName()))
                    .map(DropFolder::laid)
                    .filter(file -> file.at.isBefore(before))
                    .sorted(Comparator.comparing(Laid::at)
                            .thenComparing(file -> file.file.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new Fault(DataError.FEED_BROKEN, folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Laid laid(Path file) {
        try {
            return new Laid(file, Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new Fault(DataError.FEED_BROKEN, file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
