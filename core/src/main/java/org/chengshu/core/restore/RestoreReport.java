package org.chengshu.core.restore;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a restore did.
 *
 * @param lastTransaction when the last transaction that is there again was committed; empty when the log taken up held none
 * @param copying time for the files
 * @param recovering time for the log
 * @param movedAside where the former data folder lies now
 */
public record RestoreReport(
        String backup,
        long bytes,
        int files,
        Optional<Instant> lastTransaction,
        Duration copying,
        Duration recovering,
        Optional<Path> movedAside) {}
