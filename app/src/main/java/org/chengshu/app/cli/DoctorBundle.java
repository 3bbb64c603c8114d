package org.chengshu.app.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.chengshu.core.db.Release;
import org.chengshu.core.disk.Bytes;

/** A zip file for whoever helps: what it takes from logs is hidden once more where it looks like a secret. */
final class DoctorBundle implements AutoCloseable {
    private static final int MOST_OF_A_LOG = 2 << 20;
    private static final Pattern SECRET = Pattern.compile(
            "cs_[A-Za-z0-9_-]{20,}|(?i)(?<=password[=:] ?|secret[=:] ?|token[=:] ?|bearer )[^\\s&\"']{4,}");

    private final ZipOutputStream zip;

    DoctorBundle(Path file) throws IOException {
        zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8);
        add("versions.txt", versions());
    }

    void add(String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(SECRET.matcher(text).replaceAll("***").getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** The ends of the logs, and which files there are with their sizes; never what keys or settings hold. */
    void addOfFolder(Path data) throws IOException {
        for (String log : List.of("logs/chengshu.log", "pg/server.log", "pg/initdb.log")) {
            Path file = data.resolve(log);
            if (Files.isRegularFile(file)) {
                add(log, end(file));
            }
        }
        if (Files.isDirectory(data)) {
            add("files.txt", listing(data));
        }
    }

    private static String listing(Path data) throws IOException {
        FileStore store = Files.getFileStore(data);
        try (Stream<Path> files = Files.walk(data, 3)) {
            return "free " + Bytes.words(store.getUsableSpace()) + " of " + Bytes.words(store.getTotalSpace()) + "\n"
                    + files.filter(Files::isRegularFile)
                            .filter(file -> !file.startsWith(data.resolve("pg").resolve("cluster")))
                            .map(file -> data.relativize(file) + "  "
                                    + Bytes.words(file.toFile().length()))
                            .sorted()
                            .collect(Collectors.joining("\n"));
        }
    }

    private static String end(Path file) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(Math.max(0, log.length() - MOST_OF_A_LOG));
            byte[] bytes = new byte[(int) Math.min(MOST_OF_A_LOG, log.length())];
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static String versions() {
        return Stream.of("java.version", "java.vendor", "java.home", "os.name", "os.version", "os.arch", "user.name")
                .map(name -> name + "=" + System.getProperty(name))
                .collect(Collectors.joining("\n", "release=" + Release.CURRENT + "\n", "\n"));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
