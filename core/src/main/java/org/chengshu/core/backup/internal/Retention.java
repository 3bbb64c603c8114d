package org.chengshu.core.backup.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.backup.BackupPlace;
import org.chengshu.core.backup.LogRange;

/** Keeps the newest backups of a place and just the log that they need. */
final class Retention {
    private final BackupPlace place;
    private final int keep;

    Retention(BackupPlace place, int keep) {
        this.place = place;
        this.keep = keep;
    }

    /** @param current the archive in use, which stays even without a backup; answers the ids of what was thrown away */
    List<String> apply(Optional<LogArchive> current) throws IOException {
        List<Backup> old = place.list().stream().skip(keep).toList();
        for (Backup backup : old) {
            // Without its manifest it is no backup any more, should the rest not get done.
            Files.deleteIfExists(backup.folder().resolve(Backup.MANIFEST));
            Trees.delete(backup.folder());
        }
        dropUnusedLog(current);
        return old.stream().map(backup -> backup.manifest().id()).toList();
    }

    private void dropUnusedLog(Optional<LogArchive> current) throws IOException {
        List<LogRange> needed = place.list().stream()
                .flatMap(backup -> backup.manifest().log().stream())
                .toList();
        Set<String> inUse =
                needed.stream().flatMap(log -> log.archive().stream()).collect(Collectors.toSet());
        for (Path folder : archives()) {
            LogArchive archive = new LogArchive(folder);
            boolean active = current.filter(archive::equals).isPresent();
            if (!inUse.contains(archive.name()) && !active) {
                Trees.delete(folder);
                continue;
            }
            Optional<String> oldest = needed.stream()
                    .filter(log -> log.archive().filter(archive.name()::equals).isPresent())
                    .map(LogRange::first)
                    .min(String::compareTo);
            if (oldest.isPresent()) {
                archive.dropBefore(oldest.get());
            }
        }
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> folders = Files.list(place.folder())) {
            return folders.filter(LogArchive::isArchive).toList();
        }
    }
}
