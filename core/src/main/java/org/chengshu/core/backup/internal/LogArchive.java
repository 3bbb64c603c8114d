package org.chengshu.core.backup.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengshu.core.backup.BackupPlace;
import org.chengshu.core.backup.LogRange;
import org.chengshu.core.db.internal.LogScripts;

/**
 * The folder beside the backups that keeps every finished piece of the log from the first backup on. Each data folder has
 * its own, named when it begins; a restored data folder begins another, so that two histories never mix in one.
 */
record LogArchive(Path folder) {
    private static final String PREFIX = "log-";

    /** The archive that a data folder's server hands its log to, whether or not it can be reached. */
    static Optional<LogArchive> of(Path dataFolder) throws IOException {
        Path mark = mark(dataFolder);
        if (!Files.exists(mark)) {
            return Optional.empty();
        }
        return Optional.of(new LogArchive(
                Path.of(Files.readString(mark, StandardCharsets.UTF_8).strip())));
    }

    /** Begins an archive in the place: from now on the server keeps its log there. */
    static LogArchive begin(Path dataFolder, BackupPlace place, String id) throws IOException {
        Path folder = place.folder().resolve(PREFIX + id);
        FileCopier.createPrivate(folder);
        FileCopier.forceFolder(place.folder());
        Path mark = mark(dataFolder);
        Path partial = mark.resolveSibling("archiving.new");
        Files.writeString(partial, folder + "\n", StandardCharsets.UTF_8);
        Files.move(partial, mark, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new LogArchive(folder);
    }

    /** The server stops to keep its log; what was kept stays. */
    static void end(Path dataFolder) throws IOException {
        Files.deleteIfExists(mark(dataFolder));
    }

    String name() {
        return folder.getFileName().toString();
    }

    boolean liesIn(BackupPlace place) {
        return place.folder().equals(folder.getParent());
    }

    static boolean isArchive(Path folder) {
        return folder.getFileName().toString().startsWith(PREFIX) && Files.isDirectory(folder);
    }

    /** The names of the segments that are there, in order. */
    Set<String> segments() throws IOException {
        try (Stream<Path> pieces = Files.list(folder)) {
            return pieces.map(piece -> piece.getFileName().toString())
                    .filter(name -> name.endsWith(".gz"))
                    .map(name -> name.substring(0, name.length() - ".gz".length()))
                    .filter(LogRange::isSegment)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Throws away the segments before the given one; answers how many. */
    int dropBefore(String segment) throws IOException {
        int dropped = 0;
        for (String name : segments()) {
            if (name.compareTo(segment) < 0) {
                Files.deleteIfExists(folder.resolve(name + ".gz"));
                dropped++;
            }
        }
        return dropped;
    }

    private static Path mark(Path dataFolder) {
        return dataFolder.resolve("pg").resolve(LogScripts.MARK);
    }
}
