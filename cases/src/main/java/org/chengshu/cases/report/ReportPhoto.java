package org.chengshu.cases.report;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.geo.Position;

/** A photo of a report. Time and place are what the camera wrote into it; the public gets it without them. */
public record ReportPhoto(
        UUID id, String type, long bytes, Optional<Instant> takenAt, Optional<Position> position, boolean published) {}
