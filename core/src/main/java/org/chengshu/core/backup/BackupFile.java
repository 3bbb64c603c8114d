package org.chengshu.core.backup;

import java.util.Objects;

/**
 * One file of a backup.
 *
 * @param path below the backup's folder, with {@code /} between names
 * @param sha256 of its bytes, in hex
 */
public record BackupFile(String path, long bytes, String sha256) {
    public BackupFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(sha256, "sha256");
        if (path.startsWith("/") || ("/" + path + "/").contains("/../")) {
            throw new IllegalArgumentException("a backup's file lies below its folder, not at " + path);
        }
    }
}
