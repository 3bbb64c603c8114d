package org.chengshu.cases.photo;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.geo.Position;

/**
 * A photo that somebody took at the place of a case.
 *
 * @param takenAt as the camera wrote it into the picture, else as the telephone told
 * @param placedBy who told the position: the {@code camera} or the {@code phone}
 */
record CasePhoto(
        UUID id,
        String moment,
        String type,
        long bytes,
        Optional<Instant> takenAt,
        Optional<Position> position,
        Optional<String> placedBy,
        String addedBy,
        Instant addedAt) {}
