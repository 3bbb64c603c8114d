package org.chengshu.core.backup.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.chengshu.core.backup.BackupFile;
import org.chengshu.core.crypto.Sha256;

/**
 * Copies files into or out of a backup: readable by the owner only, counted and hashed. They are surely on the disk only
 * after {@link #settle}, because one wait for all is far shorter than one for each.
 */
public final class FileCopier {
    private static final int CHUNK = 1 << 20;

    private final byte[] chunk = new byte[CHUNK];
    private final LongConsumer copied;

    /** @param copied is told of every piece, in bytes */
    public FileCopier(LongConsumer copied) {
        this.copied = copied;
    }

    /** Empty when the file went away, as a running server's files may. */
    public Optional<BackupFile> copy(Path source, Path root, String path) throws IOException {
        try (InputStream in = Files.newInputStream(source)) {
            return Optional.of(write(in, root, path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    BackupFile write(InputStream in, Path root, String path) throws IOException {
        Path target = root.resolve(path);
        createPrivate(target.getParent());
        MessageDigest digest = Sha256.digest();
        long bytes = 0;
        try (FileChannel out = FileChannel.open(
                target,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                writeAll(out, ByteBuffer.wrap(chunk, 0, read));
                bytes += read;
                copied.accept(read);
            }
        }
        return new BackupFile(path, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file);
                OutputStream nowhere = new java.security.DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(nowhere);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    public static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Returns when everything below the folder is on the disk. */
    public static void settle(Path folder) throws IOException {
        if (!syncsFileSystem(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.toList()) {
                    forceFolder(path);
                }
            }
        }
    }

    private static boolean syncsFileSystem(Path folder) throws IOException {
        try {
            return new ProcessBuilder("sync", "-f", folder.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The names in a folder, or the bytes of a file, are on the disk. */
    public static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
