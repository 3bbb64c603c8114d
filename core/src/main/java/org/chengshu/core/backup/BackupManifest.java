package org.chengshu.core.backup;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a backup says of itself; kept in its folder as {@code manifest.json}, written last, so a folder without one is no
 * backup. Holds no secret. Immutable.
 *
 * @param format 1
 * @param id sorts by time, such as {@code 20261126T211500Z}
 * @param release of the program that wrote the data folder
 * @param endedAt the earliest moment to which the database can be brought back from it
 * @param postgres major version of the server whose files these are, 0 without a database
 * @param log empty without a database
 */
public record BackupManifest(
        int format,
        String id,
        BackupKind kind,
        BackupReason reason,
        String release,
        Instant startedAt,
        Instant endedAt,
        int postgres,
        Optional<LogRange> log,
        List<BackupFile> files) {
    public static final int FORMAT = 1;

    public BackupManifest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(log, "log");
        files = List.copyOf(files);
        if (format != FORMAT) {
            throw new IllegalArgumentException(
                    "a backup of format " + format + " was made by a newer release; this one reads " + FORMAT);
        }
        if ((kind == BackupKind.WHOLE) != log.isPresent()) {
            throw new IllegalArgumentException("a whole backup, and only that, says which log it needs");
        }
    }

    /** Size of all files in bytes. */
    public long bytes() {
        return files.stream().mapToLong(BackupFile::bytes).sum();
    }
}
