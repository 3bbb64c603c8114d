package org.chengshu.core.backup.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which files of a running cluster belong into a base backup, after the manual's section "Making a Base Backup Using the
 * Low Level API": the server makes some folders' content anew, and some files are only of this run.
 */
record ClusterFiles(List<Path> folders, List<Path> files) {
    private static final String CONTROL = "global/pg_control";
    private static final Set<String> EMPTY_FOLDERS = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");
    private static final Set<String> OF_THIS_RUN = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "backup_label",
            "tablespace_map",
            "backup_manifest",
            "pg_internal.init",
            "recovery.signal",
            "standby.signal",
            "current_logfiles");

    ClusterFiles {
        folders = List.copyOf(folders);
        files = List.copyOf(files);
    }

    /** Paths below the cluster, the control file last. */
    static ClusterFiles of(Path cluster) throws IOException {
        List<Path> folders = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(cluster, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                Path below = cluster.relativize(folder);
                if (folder.getFileName().toString().startsWith("pgsql_tmp")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folders.add(below);
                return EMPTY_FOLDERS.contains(below.toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path below = cluster.relativize(file);
                if (attributes.isSymbolicLink()) {
                    throw new IOException(below + " is a link; clusters with tablespaces cannot be backed up here");
                }
                String name = file.getFileName().toString();
                if (!OF_THIS_RUN.contains(name)
                        && !name.startsWith("pgsql_tmp")
                        && !below.toString().equals(CONTROL)) {
                    files.add(below);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        folders.add(Path.of("pg_wal", "archive_status"));
        folders.add(Path.of("pg_wal", "summaries"));
        files.add(Path.of(CONTROL));
        return new ClusterFiles(folders, files);
    }
}
