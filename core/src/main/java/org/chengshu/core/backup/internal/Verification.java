package org.chengshu.core.backup.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.backup.BackupFile;
import org.chengshu.core.backup.LogRange;

/** Reads a whole backup again and compares it with what its manifest says; looks for gaps in the log kept after it. */
public final class Verification {
    private Verification() {}

    /** What is wrong, in words; empty when nothing is. */
    public static List<String> faults(Backup backup, LongConsumer read) throws IOException {
        List<String> faults = new ArrayList<>();
        for (BackupFile file : backup.manifest().files()) {
            fault(backup.folder(), file).ifPresent(faults::add);
            read.accept(file.bytes());
        }
        Optional<LogRange> log = backup.manifest().log();
        if (log.isPresent() && backup.archive().isPresent()) {
            faults.addAll(gaps(log.get(), new LogArchive(backup.archive().get())));
        }
        return List.copyOf(faults);
    }

    private static Optional<String> fault(Path folder, BackupFile file) throws IOException {
        Path path = folder.resolve(file.path());
        if (!Files.isRegularFile(path)) {
            return Optional.of(file.path() + " is missing");
        }
        if (Files.size(path) != file.bytes()) {
            return Optional.of(file.path() + " has " + Files.size(path) + " bytes, not " + file.bytes());
        }
        return FileCopier.hash(path).equals(file.sha256())
                ? Optional.empty()
                : Optional.of(file.path() + " has other content than when it was written");
    }

    private static List<String> gaps(LogRange log, LogArchive archive) throws IOException {
        Set<String> there = archive.segments();
        List<String> faults = new ArrayList<>();
        String last = there.stream().max(String::compareTo).orElse(log.last());
        for (String name = log.after(log.last()); name.compareTo(last) < 0; name = log.after(name)) {
            if (!there.contains(name)) {
                faults.add("the log " + archive.name() + " lacks " + name + ": later moments cannot be restored");
                return faults;
            }
        }
        return faults;
    }
}
