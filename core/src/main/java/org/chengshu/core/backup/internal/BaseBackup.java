package org.chengshu.core.backup.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.backup.BackupFile;
import org.chengshu.core.backup.LogRange;

/**
 * Copies the files of a running cluster so that they can be brought to a consistent state: start, copy, stop in one
 * session, the label as the server gives it, and the log written meanwhile, which a slot keeps from being recycled.
 */
final class BaseBackup {
    private final Connection connection;
    private final Path cluster;
    private final Path target;
    private final FileCopier copier;
    private final List<BackupFile> copied = new ArrayList<>();

    /** @param connection a session of its own outside any transaction, as superuser */
    BaseBackup(Connection connection, Path cluster, Path target, FileCopier copier) {
        this.connection = connection;
        this.cluster = cluster;
        this.target = target;
        this.copier = copier;
    }

    record Result(LogRange log, List<BackupFile> files) {}

    Result run(String id, Optional<String> archive) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            long segmentBytes =
                    Long.parseLong(one(statement, "select setting from pg_settings where name = 'wal_segment_size'"));
            String slot = "chengshu_backup_" + UUID.randomUUID().toString().replace("-", "");
            one(statement, "select pg_create_physical_replication_slot('" + slot + "', true, true)");
            try {
                String first = start(id);
                copyCluster();
                String last = stop();
                LogRange log = new LogRange(first, last, segmentBytes, archive);
                copyLog(log);
                return new Result(log, List.copyOf(copied));
            } finally {
                one(statement, "select pg_drop_replication_slot('" + slot + "')");
            }
        }
    }

    private String start(String id) throws SQLException {
        try (PreparedStatement start =
                connection.prepareStatement("select pg_walfile_name(pg_backup_start(?, fast => true))")) {
            start.setString(1, "chengshu " + id);
            try (ResultSet row = start.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void copyCluster() throws IOException {
        ClusterFiles whole = ClusterFiles.of(cluster);
        Path copy = target.resolve(Backup.CLUSTER);
        for (Path folder : whole.folders()) {
            FileCopier.createPrivate(copy.resolve(folder));
        }
        for (Path file : whole.files()) {
            copier.copy(cluster.resolve(file), target, Backup.CLUSTER + "/" + file)
                    .ifPresent(copied::add);
        }
    }

    private String stop() throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select labelfile, spcmapfile, pg_walfile_name(lsn)
                        from pg_backup_stop(wait_for_archive => false)
                        """)) {
            row.next();
            write(row.getString(1), "backup_label");
            String spaces = row.getString(2);
            if (spaces != null && !spaces.isBlank()) {
                write(spaces, "tablespace_map");
            }
            return row.getString(3);
        }
    }

    private void write(String text, String name) throws IOException {
        copied.add(copier.write(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), target, Backup.CLUSTER + "/" + name));
    }

    private void copyLog(LogRange log) throws IOException {
        for (String segment : log.segments()) {
            Path packed = Files.createTempFile(target, "segment", ".gz");
            try (InputStream in = Files.newInputStream(cluster.resolve("pg_wal").resolve(segment));
                    GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
                in.transferTo(out);
            }
            copier.copy(packed, target, Backup.LOG + "/" + segment + ".gz").ifPresent(copied::add);
            Files.delete(packed);
        }
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
