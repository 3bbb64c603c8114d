package org.chengshu.core.images;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.chengshu.kernel.geo.Position;

/**
 * What a camera wrote into a picture, as far as it can be read (EXIF 2.32, GPS tags 1 to 4).
 *
 * @param takenAt by the camera's clock
 * @param offset of that clock from UTC, when it is told
 */
public record ImageFacts(Optional<LocalDateTime> takenAt, Optional<ZoneOffset> offset, Optional<Position> position) {
    public static final ImageFacts NONE = new ImageFacts(Optional.empty(), Optional.empty(), Optional.empty());
}
