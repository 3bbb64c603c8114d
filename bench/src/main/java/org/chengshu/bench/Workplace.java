package org.chengshu.bench;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of the bench's own for everything it makes; gone with it unless it is to be kept. */
public final class Workplace implements AutoCloseable {
    private static final int TRIES = 20;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path folder;
    private final boolean keep;

    private Workplace(Path folder, boolean keep) {
        this.folder = folder;
        this.keep = keep;
    }

    static Workplace of(BenchOptions options) throws IOException {
        Path above = options.data.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
        Files.createDirectories(above);
        return new Workplace(Files.createTempDirectory(above.toAbsolutePath(), "bench-"), options.keep);
    }

    public Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** Takes what is in a folder away; a database that has just been told to end may still be writing there. */
    public void clear(String name) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                delete(folder.resolve(name));
                return;
            } catch (DirectoryNotEmptyException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> paths = Files.walk(root)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    @Override
    public void close() throws IOException {
        if (keep) {
            Talk.say("kept: %s".formatted(folder));
        } else {
            delete(folder);
        }
    }
}
