package org.chengshu.core.db.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server process that a cluster's {@code postmaster.pid} names, if it is alive and really serves that folder. */
record PostmasterPid(long pid) {
    static Optional<PostmasterPid> aliveIn(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.getFirst().strip());
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> serves(process.pid(), cluster))
                .map(process -> new PostmasterPid(process.pid()));
    }

    // A pid may have been given to another program since; only one with this very folder as its working directory is
    // ours.
    private static boolean serves(long pid, Path cluster) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), cluster);
        } catch (IOException e) {
            return false;
        }
    }

    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid);
    }
}
