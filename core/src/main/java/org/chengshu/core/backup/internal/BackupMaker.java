package org.chengshu.core.backup.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.chengshu.core.CoreError;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.backup.BackupFile;
import org.chengshu.core.backup.BackupKind;
import org.chengshu.core.backup.BackupManifest;
import org.chengshu.core.backup.BackupPlace;
import org.chengshu.core.backup.BackupReason;
import org.chengshu.core.backup.LogRange;
import org.chengshu.core.db.Release;
import org.chengshu.kernel.Fault;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a backup of one data folder in a place. It grows under a hidden name and gets its own once everything is on the
 * disk, so an unfinished one is never taken for a backup.
 */
final class BackupMaker {
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path dataFolder;
    private final BackupPlace place;
    private final Clock clock;
    private final Release release;

    /** @param release of the program that wrote the data folder */
    BackupMaker(Path dataFolder, BackupPlace place, Clock clock, Release release) {
        this.dataFolder = dataFolder;
        this.place = place;
        this.clock = clock;
        this.release = release;
    }

    /** A name that no backup of the place has, such as {@code 20261126T211500Z}. */
    String nextId() {
        Instant moment = clock.instant();
        while (Files.exists(place.folder().resolve(ID.format(moment)))) {
            moment = moment.plusSeconds(1);
        }
        return ID.format(moment);
    }

    /** How many bytes a whole backup would copy now, the log left out. */
    long size() throws IOException {
        Path cluster = cluster();
        long bytes = 0;
        for (Path file : ClusterFiles.of(cluster).files()) {
            bytes += cluster.resolve(file).toFile().length();
        }
        return bytes;
    }

    /** @param archive name of the folder in the place that keeps the log from now on */
    Backup whole(Connection session, String id, BackupReason reason, Optional<String> archive, LongConsumer copied)
            throws SQLException, IOException {
        requireRoom();
        Instant startedAt = clock.instant();
        int postgres = session.getMetaData().getDatabaseMajorVersion();
        return finished(id, folder -> {
            FileCopier copier = new FileCopier(copied);
            List<BackupFile> files = new ArrayList<>(ownFiles(copier, folder));
            BaseBackup.Result base = new BaseBackup(session, cluster(), folder, copier).run(id, archive);
            files.addAll(base.files());
            return manifest(id, BackupKind.WHOLE, reason, startedAt, postgres, Optional.of(base.log()), files);
        });
    }

    Backup filesOnly(String id, BackupReason reason, LongConsumer copied) throws SQLException, IOException {
        Instant startedAt = clock.instant();
        return finished(id, folder -> {
            List<BackupFile> files = ownFiles(new FileCopier(copied), folder);
            return manifest(id, BackupKind.FILES_ONLY, reason, startedAt, 0, Optional.empty(), files);
        });
    }

    @FunctionalInterface
    private interface Filling {
        BackupManifest fill(Path folder) throws SQLException, IOException;
    }

    private Backup finished(String id, Filling filling) throws SQLException, IOException {
        Path growing = place.folder().resolve(".growing-" + id);
        try {
            FileCopier.createPrivate(growing);
            BackupManifest manifest = filling.fill(growing);
            new FileCopier(bytes -> {})
                    .write(
                            new java.io.ByteArrayInputStream(
                                    JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest)),
                            growing,
                            Backup.MANIFEST);
            FileCopier.settle(growing);
            Path whole = place.folder().resolve(id);
            Files.move(growing, whole, StandardCopyOption.ATOMIC_MOVE);
            FileCopier.forceFolder(place.folder());
            return new Backup(whole, manifest);
        } finally {
            Trees.delete(growing);
        }
    }

    private BackupManifest manifest(
            String id,
            BackupKind kind,
            BackupReason reason,
            Instant startedAt,
            int postgres,
            Optional<LogRange> log,
            List<BackupFile> files) {
        return new BackupManifest(
                BackupManifest.FORMAT,
                id,
                kind,
                reason,
                release.name(),
                startedAt,
                clock.instant(),
                postgres,
                log,
                files);
    }

    private List<BackupFile> ownFiles(FileCopier copier, Path folder) throws IOException {
        List<BackupFile> files = new ArrayList<>();
        for (Path file : OwnFiles.of(dataFolder, place.folder())) {
            copier.copy(dataFolder.resolve(file), folder, Backup.FILES + "/" + file)
                    .ifPresent(files::add);
        }
        return files;
    }

    private void requireRoom() throws IOException {
        long needed = size();
        long free = Files.getFileStore(place.folder()).getUsableSpace();
        if (free < needed) {
            throw new Fault(
                    CoreError.BACKUP_PLACE_UNUSABLE,
                    "the backup takes about " + needed + " bytes and " + place.folder() + " has " + free
                            + " left; free space, or back up to another folder");
        }
    }

    private Path cluster() {
        return dataFolder.resolve("pg").resolve("cluster");
    }
}
