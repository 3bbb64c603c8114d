package org.chengshu.core.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chengshu.core.CoreError;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.backup.BackupKind;
import org.chengshu.core.db.DataFolder;
import org.chengshu.core.db.internal.EmbeddedPostgres;
import org.chengshu.core.restore.internal.RestoredFiles;
import org.chengshu.core.restore.internal.TakingUp;
import org.chengshu.kernel.Fault;

/**
 * Brings a data folder back from a backup, and the log kept since, to a moment. Everything is checked before anything is
 * written; a folder that is there is never touched unless the order says so, and then only moved aside. Every file is
 * compared with the backup's manifest on its way. The node does not run meanwhile. For one thread.
 */
public final class Restoring {
    private static final DateTimeFormatter ASIDE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final RestoreOrder order;
    private final Backup backup;

    private Restoring(RestoreOrder order, Backup backup) {
        this.order = order;
        this.backup = backup;
    }

    /** Chooses the backup and checks all that can be checked before; faults say what stands in the way. */
    public static Restoring plan(RestoreOrder order) {
        Restoring restoring = new Restoring(order, Choice.of(order));
        Choice.requireReadable(restoring.backup);
        restoring.requireTarget();
        restoring.requireRoom();
        return restoring;
    }

    public Backup backup() {
        return backup;
    }

    /** What {@link #run} will do, in sentences. */
    public List<String> says() {
        List<String> says = new ArrayList<>();
        says.add("backup " + backup.manifest().id() + " of release "
                + backup.manifest().release() + " in " + backup.folder() + ": "
                + backup.manifest().files().size() + " files, "
                + backup.manifest().bytes() + " bytes");
        if (backup.manifest().kind() == BackupKind.FILES_ONLY) {
            says.add("it holds no database: restore that with the means of its own server");
        } else {
            says.add(order.toTime()
                    .map(time -> "the database comes back to " + time + ", nothing later")
                    .orElse("the database comes back to the end of the log that is kept, about "
                            + backup.restorableUntil()));
        }
        if (occupied()) {
            says.add(order.data() + " is moved aside, nothing in it is deleted");
        }
        says.add("the data folder " + order.data() + " is made new");
        return says;
    }

    /** @param say hears how far it is */
    public RestoreReport run(Consumer<String> say) {
        try {
            Optional<Path> aside = occupied() ? Optional.of(moveAside()) : Optional.empty();
            DataFolder.take(order.data()).close();
            long begun = System.nanoTime();
            new RestoredFiles(backup, order.data()).copy(say);
            long copied = System.nanoTime();
            Optional<Instant> last = backup.manifest().kind() == BackupKind.WHOLE
                    ? new TakingUp(backup, order.data()).run(order.toTime(), order.logs(), say)
                    : Optional.empty();
            return new RestoreReport(
                    backup.manifest().id(),
                    backup.manifest().bytes(),
                    backup.manifest().files().size(),
                    last,
                    Duration.ofNanos(copied - begun),
                    Duration.ofNanos(System.nanoTime() - copied),
                    aside);
        } catch (IOException e) {
            throw new Fault(CoreError.BACKUP_BROKEN, "the restore failed: " + e.getMessage(), e);
        }
    }

    private Path moveAside() throws IOException {
        DataFolder.take(order.data()).close();
        EmbeddedPostgres.stopLeftBehind(order.data());
        Path aside = order.data()
                .resolveSibling(order.data().getFileName() + ".before-restore-"
                        + ASIDE.format(Files.getLastModifiedTime(order.data()).toInstant()));
        if (Files.exists(aside)) {
            throw new IOException(aside + " is there already; move it away first");
        }
        return Files.move(order.data(), aside);
    }

    private boolean occupied() {
        return Choice.holdsSomething(order.data());
    }

    private void requireTarget() {
        if (order.from().startsWith(order.data()) && occupied()) {
            throw refused("the backup lies inside " + order.data()
                    + ", which is to be replaced; move the backups elsewhere first or restore to another folder");
        }
        if (occupied() && !order.replace()) {
            throw refused(order.data() + " is not empty; give an empty folder, or --replace to move it aside");
        }
        if (occupied()) {
            DataFolder.take(order.data()).close();
        }
    }

    private void requireRoom() {
        try {
            Path there = order.data();
            while (!Files.exists(there)) {
                there = there.getParent();
            }
            long free = Files.getFileStore(there).getUsableSpace();
            if (free < backup.manifest().bytes()) {
                throw refused("it takes " + backup.manifest().bytes() + " bytes and the disk of " + order.data()
                        + " has " + free + " left");
            }
        } catch (IOException e) {
            throw new Fault(CoreError.RESTORE_REFUSED, "the disk of " + order.data() + " cannot be looked at: " + e, e);
        }
    }

    static Fault refused(String why) {
        return new Fault(CoreError.RESTORE_REFUSED, why);
    }
}
