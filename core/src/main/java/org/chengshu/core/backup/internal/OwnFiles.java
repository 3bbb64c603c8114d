package org.chengshu.core.backup.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a data folder holds beside the database and must outlive it: keys, settings, certificates, the node's name. */
final class OwnFiles {
    private static final Set<String> OF_THIS_RUN =
            Set.of("lock", "node.json", "spool", "logs", "pg/cluster", "pg/run", "pg/archiving", "pg/recovery-sources");

    private OwnFiles() {}

    /** Paths below the data folder; the place that keeps the backups is left out wherever it lies. */
    static List<Path> of(Path dataFolder, Path place) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(dataFolder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean left = folder.equals(place) || isOfThisRun(dataFolder.relativize(folder));
                return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                Path below = dataFolder.relativize(file);
                if (Files.isRegularFile(file) && !isOfThisRun(below)) {
                    files.add(below);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static boolean isOfThisRun(Path below) {
        String path = below.toString();
        return OF_THIS_RUN.contains(path)
                || path.endsWith(".log")
                || path.equals("pg/archive.sh")
                || path.equals("pg/fetch.sh")
                || path.equals("backups");
    }
}
