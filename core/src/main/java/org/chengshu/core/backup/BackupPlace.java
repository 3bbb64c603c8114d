package org.chengshu.core.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;

/**
 * A folder that keeps backups, each in a folder of its own name, and beside them the archives of the log. Readable by its
 * owner only, because backups hold keys and everybody's data. A mark file says that an operator of this machine meant it
 * for backups.
 */
public record BackupPlace(Path folder) {
    private static final String MARK = ".chengshu-backups";

    public BackupPlace {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Makes the folder, readable by its owner only, and marks it as meant for backups; leaves one that is there as it is. */
    public void prepare() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            Path mark = folder.resolve(MARK);
            if (!Files.exists(mark)) {
                Files.writeString(mark, "", StandardOpenOption.CREATE);
            }
        } catch (IOException e) {
            throw new Fault(CoreError.BACKUP_PLACE_UNUSABLE, "cannot keep backups in " + folder + ": " + e, e);
        }
    }

    public boolean isPrepared() {
        return Files.isRegularFile(folder.resolve(MARK));
    }

    /** All finished backups, newest first; what cannot be read as one is left out. */
    public List<Backup> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(one -> !one.getFileName().toString().startsWith("."))
                    .filter(one -> Files.isRegularFile(one.resolve(Backup.MANIFEST)))
                    .flatMap(BackupPlace::readable)
                    .sorted(Comparator.comparing(
                                    (Backup backup) -> backup.manifest().id())
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new Fault(CoreError.BACKUP_PLACE_UNUSABLE, "cannot read " + folder + ": " + e, e);
        }
    }

    private static Stream<Backup> readable(Path folder) {
        try {
            return Stream.of(Backup.at(folder));
        } catch (Fault broken) {
            return Stream.empty();
        }
    }

    public Optional<Backup> find(String id) {
        return list().stream()
                .filter(backup -> backup.manifest().id().equals(id))
                .findFirst();
    }

    /** The newest backup of the database that was complete by the given moment. */
    public Optional<Backup> findBefore(Instant time) {
        return list().stream()
                .filter(backup -> backup.manifest().kind() == BackupKind.WHOLE)
                .filter(backup -> !backup.manifest().endedAt().isAfter(time))
                .findFirst();
    }
}
