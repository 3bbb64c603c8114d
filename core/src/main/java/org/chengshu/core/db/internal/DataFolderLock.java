package org.chengshu.core.db.internal;

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

/** Holds a data folder for one node; the operating system lets go of it when the process ends, however it ends. */
public final class DataFolderLock implements AutoCloseable {
    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    public static DataFolderLock take(Path dataFolder) {
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
            return new DataFolderLock(channel);
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
