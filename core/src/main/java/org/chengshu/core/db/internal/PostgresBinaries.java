package org.chengshu.core.db.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs from the classpath, unpacked once per user and version. The folder appears whole or not at all:
 * it is filled under another name and then renamed, by one process at a time.
 */
final class PostgresBinaries {
    private static final String VERSION = "18.6.0";

    private PostgresBinaries() {}

    static Path unpacked() {
        Path cache = cacheFolder();
        Path home = cache.resolve("postgres-" + VERSION + "-" + architecture());
        try {
            Files.createDirectories(cache);
            try (FileChannel channel = FileChannel.open(
                    cache.resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // Closing the channel lets go of the lock.
                channel.lock();
                if (!Files.isDirectory(home)) {
                    unpackInto(home);
                }
            }
            return home;
        } catch (IOException e) {
            throw new Fault(CoreError.DATABASE_BROKEN, "cannot unpack PostgreSQL into " + home + ": " + e, e);
        }
    }

    private static void unpackInto(Path home) throws IOException {
        Path partial = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(tar, entry, partial);
            }
        }
        Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        // Another account (the one that unshare maps to) must be able to read the programs.
        home.toFile().setExecutable(true, false);
        home.toFile().setReadable(true, false);
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("entry outside of the archive's folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
            target.toFile().setExecutable(true, false);
        }
    }

    private static InputStream archive() throws IOException {
        String name = "/postgres-linux-" + architecture() + ".txz";
        InputStream found = PostgresBinaries.class.getResourceAsStream(name);
        if (found == null) {
            throw new IOException("no embedded PostgreSQL for this system (" + name
                    + "); give a PostgreSQL 15 or newer with --db-url");
        }
        return new BufferedInputStream(found);
    }

    private static String architecture() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return arch.equals("aarch64") || arch.equals("arm64") ? "arm_64" : "x86_64";
    }

    private static Path cacheFolder() {
        String set = System.getenv("XDG_CACHE_HOME");
        Path base = set == null || set.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(set);
        return base.resolve("chengshu");
    }
}
