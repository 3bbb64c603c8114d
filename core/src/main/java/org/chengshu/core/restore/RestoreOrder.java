package org.chengshu.core.restore;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be restored and where to.
 *
 * @param from a backup's folder, or a folder of several
 * @param toTime the moment to come back to; empty for as late as the log reaches
 * @param data the data folder to fill
 * @param replace whether a data folder that is there may be moved aside
 * @param logs further folders that hold pieces of the log, looked at first
 */
public record RestoreOrder(Path from, Optional<Instant> toTime, Path data, boolean replace, List<Path> logs) {
    public RestoreOrder {
        Objects.requireNonNull(toTime, "toTime");
        from = from.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        logs = logs.stream().map(log -> log.toAbsolutePath().normalize()).toList();
    }
}
