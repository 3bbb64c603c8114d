package org.chengshu.sense.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.chengshu.core.crypto.Sha256;
import org.chengshu.core.settings.CitySettings;
import org.springframework.stereotype.Component;

/** Files that wait for their import, in the data folder. What nobody has imported for a week is thrown away at a start. */
@Component
final class Spool {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int CHUNK = 64 * 1024;
    private static final Duration KEPT = Duration.ofDays(7);

    private final Path folder;

    Spool(CitySettings settings, Clock clock) {
        this.folder = settings.dataFolder().resolve("spool").resolve("imports");
        try {
            Files.createDirectories(folder);
            Instant old = clock.instant().minus(KEPT);
            try (Stream<Path> left = Files.list(folder)) {
                left.filter(file -> isBefore(file, old)).forEach(Spool::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path keep(InputStream content) throws IOException {
        Path file = folder.resolve(UUID.randomUUID().toString());
        try {
            Files.copy(content, file);
        } catch (IOException e) {
            delete(file);
            throw e;
        }
        return file;
    }

    /** A file kept before, by its name. */
    Path file(String name) {
        return folder.resolve(UUID.fromString(name).toString());
    }

    private static boolean isBefore(Path file, Instant time) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content, unpacked if it is packed. */
    static InputStream open(Path file) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), CHUNK);
        raw.mark(2);
        boolean packed = raw.read() == GZIP_FIRST && raw.read() == GZIP_SECOND;
        raw.reset();
        return packed ? new GZIPInputStream(raw, CHUNK) : raw;
    }

    /** Reads the whole content once: what it is, and about how many rows it has. */
    static Content look(Path file, String fingerprint) throws IOException {
        MessageDigest digest = Sha256.digest();
        digest.update(fingerprint.getBytes(StandardCharsets.UTF_8));
        long lines = 0;
        try (DigestInputStream in = new DigestInputStream(open(file), digest)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                for (int i = 0; i < read; i++) {
                    lines += chunk[i] == '\n' ? 1 : 0;
                }
            }
        }
        return new Content(HexFormat.of().formatHex(digest.digest()), Math.max(0, lines - 1));
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Content(String key, long rows) {}
}
