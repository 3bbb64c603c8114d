package org.chengshu.cases.check;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.geo.Position;

/** A photo of a check; time and place as the camera wrote them. */
record CheckPhoto(UUID id, String type, long bytes, Optional<Instant> takenAt, Optional<Position> position) {}
