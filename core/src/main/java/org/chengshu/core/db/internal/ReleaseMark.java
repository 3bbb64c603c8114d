package org.chengshu.core.db.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.db.Release;
import org.chengshu.kernel.Fault;

/** The file in a data folder that says which release wrote it last. The first release left none. */
final class ReleaseMark {
    static final Release FIRST = new Release("0.1.0");

    private final Path file;

    ReleaseMark(Path dataFolder) {
        this.file = dataFolder.resolve("release");
    }

    /** Refuses a folder that a newer release has written. */
    void requireReadable() {
        Optional<Release> written = read();
        if (written.isPresent() && written.get().compareTo(Release.CURRENT) > 0) {
            throw new Fault(
                    CoreError.NEWER_RELEASE,
                    "the data folder " + file.getParent() + " was written by release " + written.get() + ", this is "
                            + Release.CURRENT + ". Start release " + written.get()
                            + " or a later one, or restore the backup that was made before the upgrade");
        }
    }

    Release writtenBy() {
        return read().orElse(FIRST);
    }

    void write() {
        try {
            Path partial = file.resolveSibling("release.new");
            Files.writeString(partial, Release.CURRENT.name() + "\n");
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Fault(CoreError.DATABASE_BROKEN, "cannot write " + file + ": " + e, e);
        }
    }

    private Optional<Release> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(new Release(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new Fault(
                    CoreError.DATABASE_BROKEN, "cannot tell the release from " + file + ": " + e.getMessage(), e);
        }
    }
}
