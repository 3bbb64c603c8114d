package org.chengshu.core.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A finished backup in its folder: {@code manifest.json}, {@code cluster} (the database's files), {@code log} (the part of
 * its log that makes them consistent), {@code files} (keys, settings and whatever else the data folder held). Immutable;
 * the folder's files are never changed once it has its manifest.
 */
public record Backup(Path folder, BackupManifest manifest) {
    public static final String MANIFEST = "manifest.json";
    public static final String CLUSTER = "cluster";
    public static final String LOG = "log";
    public static final String FILES = "files";
    private static final JsonMapper JSON = JsonMapper.shared();

    public Backup {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(manifest, "manifest");
    }

    /** Reads a backup's folder; faults when it is none, or one that this release cannot read. */
    public static Backup at(Path folder) {
        Path file = folder.resolve(MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw new Fault(CoreError.NOT_FOUND, "no backup in " + folder + ": it has no " + MANIFEST);
        }
        try {
            return new Backup(folder, JSON.readValue(Files.readString(file), BackupManifest.class));
        } catch (IOException | JacksonException e) {
            throw new Fault(CoreError.BACKUP_BROKEN, file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The folder beside it that keeps the log from this backup on. */
    public Optional<Path> archive() {
        return manifest.log()
                .flatMap(LogRange::archive)
                .map(folder::resolveSibling)
                .filter(Files::isDirectory);
    }

    /** About how far the kept log reaches: when its newest piece was put away, else the end of the backup itself. */
    public Instant restorableUntil() {
        return archive()
                .flatMap(Backup::newestPiece)
                .filter(manifest.endedAt()::isBefore)
                .orElse(manifest.endedAt());
    }

    private static Optional<Instant> newestPiece(Path archive) {
        try (Stream<Path> pieces = Files.list(archive)) {
            return pieces.filter(piece ->
                            LogRange.isSegment(piece.getFileName().toString().replace(".gz", "")))
                    .max((one, other) -> one.getFileName().compareTo(other.getFileName()))
                    .map(Backup::changedAt);
        } catch (IOException e) {
            throw new Fault(CoreError.BACKUP_BROKEN, "the log archive " + archive + " cannot be read: " + e, e);
        }
    }

    private static Instant changedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new Fault(CoreError.BACKUP_BROKEN, file + " cannot be read: " + e, e);
        }
    }
}
