package org.chengshu.core.restore.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.backup.BackupFile;
import org.chengshu.core.backup.internal.FileCopier;

/** Copies a backup's files to where they belong in a data folder and compares each with the manifest on its way. */
public final class RestoredFiles {
    private static final long SAY_EVERY = 1L << 30;

    /** What a cluster needs even where a copying tool left empty folders out. */
    private static final List<String> FOLDERS = List.of(
            "global",
            "base",
            "pg_commit_ts",
            "pg_dynshmem",
            "pg_logical/mappings",
            "pg_logical/snapshots",
            "pg_multixact/members",
            "pg_multixact/offsets",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat",
            "pg_stat_tmp",
            "pg_subtrans",
            "pg_tblspc",
            "pg_twophase",
            "pg_wal/archive_status",
            "pg_wal/summaries",
            "pg_xact");

    private final Backup backup;
    private final Path data;

    public RestoredFiles(Backup backup, Path data) {
        this.backup = backup;
        this.data = data;
    }

    public void copy(Consumer<String> say) throws IOException {
        say.accept("copying " + backup.manifest().files().size() + " files ...");
        if (backup.manifest().log().isPresent()) {
            for (String folder : FOLDERS) {
                FileCopier.createPrivate(cluster().resolve(folder));
            }
        }
        FileCopier copier = new FileCopier(new Teller(say)::copied);
        for (BackupFile file : backup.manifest().files()) {
            copy(copier, file);
        }
        FileCopier.settle(data);
    }

    private void copy(FileCopier copier, BackupFile file) throws IOException {
        Path source = backup.folder().resolve(file.path());
        if (file.path().startsWith(Backup.LOG + "/")) {
            return;
        }
        String below = file.path().substring(file.path().indexOf('/') + 1);
        Path root = file.path().startsWith(Backup.CLUSTER + "/") ? cluster() : data;
        Files.deleteIfExists(root.resolve(below));
        BackupFile copied =
                copier.copy(source, root, below).orElseThrow(() -> new IOException(file.path() + " went away"));
        if (!copied.sha256().equals(file.sha256())) {
            throw new IOException(file.path() + " has other content than when it was backed up");
        }
    }

    private Path cluster() {
        return data.resolve("pg").resolve("cluster");
    }

    private final class Teller {
        private final Consumer<String> say;
        private long done;
        private long told;

        Teller(Consumer<String> say) {
            this.say = say;
        }

        void copied(long bytes) {
            done += bytes;
            if (done - told >= SAY_EVERY) {
                told = done;
                say.accept("  " + done + " of " + backup.manifest().bytes() + " bytes");
            }
        }
    }
}
