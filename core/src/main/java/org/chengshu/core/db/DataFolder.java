package org.chengshu.core.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;

/**
 * A data folder held for one node. The operating system lets go of it when the process ends, however it ends. The folder is
 * made, readable by its owner only, when it is not there.
 */
public final class DataFolder implements AutoCloseable {
    private final FileChannel channel;

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    /** Holds the folder; faults with {@code DATA_FOLDER_IN_USE} while another node holds it. */
    public static DataFolder take(Path dataFolder) {
        try {
            createPrivate(dataFolder);
            FileChannel channel =
                    FileChannel.open(dataFolder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new Fault(
                        CoreError.DATA_FOLDER_IN_USE,
                        "a node is already running on " + dataFolder
                                + "; stop it first (Ctrl-C where it runs) or give another folder with --data");
            }
            return new DataFolder(channel);
        } catch (IOException e) {
            throw new Fault(CoreError.DATABASE_BROKEN, "cannot use the data folder " + dataFolder + ": " + e, e);
        }
    }

    private static void createPrivate(Path dataFolder) throws IOException {
        if (!Files.isDirectory(dataFolder)) {
            Files.createDirectories(dataFolder);
            Files.setPosixFilePermissions(dataFolder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Fault(CoreError.DATABASE_BROKEN, "cannot let go of the data folder: " + e, e);
        }
    }
}
