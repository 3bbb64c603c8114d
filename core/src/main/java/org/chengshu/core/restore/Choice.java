package org.chengshu.core.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.chengshu.core.CoreError;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.backup.BackupFile;
import org.chengshu.core.backup.BackupKind;
import org.chengshu.core.backup.BackupPlace;
import org.chengshu.core.db.Release;
import org.chengshu.core.db.internal.EmbeddedPostgres;
import org.chengshu.kernel.Fault;

/** Which backup a restore takes, and whether this program can take it. */
final class Choice {
    private Choice() {}

    static Backup of(RestoreOrder order) {
        if (!Files.isDirectory(order.from())) {
            throw new Fault(CoreError.NOT_FOUND, "there is no folder " + order.from());
        }
        Backup chosen = Files.exists(order.from().resolve(Backup.MANIFEST)) ? Backup.at(order.from()) : newest(order);
        order.toTime().ifPresent(time -> {
            if (chosen.manifest().kind() == BackupKind.FILES_ONLY) {
                throw Restoring.refused("backup " + chosen.manifest().id()
                        + " holds no database, so there is no moment to go back to; leave out --to-time");
            }
            if (time.isBefore(chosen.manifest().endedAt())) {
                throw Restoring.refused("backup " + chosen.manifest().id() + " reaches back to "
                        + chosen.manifest().endedAt() + " only; for " + time + " an older one is needed");
            }
        });
        return chosen;
    }

    private static Backup newest(RestoreOrder order) {
        BackupPlace place = new BackupPlace(order.from());
        if (order.toTime().isPresent()) {
            return place.findBefore(order.toTime().get())
                    .orElseThrow(() -> Restoring.refused("no backup in " + order.from() + " was complete by "
                            + order.toTime().get() + "; " + oldest(place)));
        }
        return place.list().stream()
                .findFirst()
                .orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "no backup in " + order.from()));
    }

    private static String oldest(BackupPlace place) {
        return place.list().stream()
                .reduce((newer, older) -> older)
                .map(backup -> "the oldest is of " + backup.manifest().endedAt())
                .orElse("there is none at all");
    }

    static void requireReadable(Backup backup) {
        Release written = new Release(backup.manifest().release());
        if (written.compareTo(Release.CURRENT) > 0) {
            throw new Fault(
                    CoreError.NEWER_RELEASE,
                    "backup " + backup.manifest().id() + " was made by release " + written + ", this is "
                            + Release.CURRENT + "; restore it with that release or a newer one");
        }
        if (backup.manifest().kind() == BackupKind.WHOLE && backup.manifest().postgres() != EmbeddedPostgres.MAJOR) {
            throw Restoring.refused("its database is of PostgreSQL "
                    + backup.manifest().postgres() + ", this program brings " + EmbeddedPostgres.MAJOR);
        }
        for (BackupFile file : backup.manifest().files()) {
            requireThere(backup, file);
        }
    }

    private static void requireThere(Backup backup, BackupFile file) {
        Path path = backup.folder().resolve(file.path());
        if (!Files.isRegularFile(path) || path.toFile().length() != file.bytes()) {
            throw new Fault(
                    CoreError.BACKUP_BROKEN,
                    file.path() + " of backup " + backup.manifest().id()
                            + " is missing or has another size; 'backup verify' tells all");
        }
    }

    static boolean holdsSomething(Path folder) {
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isPresent();
        } catch (IOException e) {
            throw new Fault(CoreError.RESTORE_REFUSED, folder + " cannot be looked at: " + e, e);
        }
    }
}
