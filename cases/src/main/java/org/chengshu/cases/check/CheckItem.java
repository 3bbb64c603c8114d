package org.chengshu.cases.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;

/**
 * A check as people see it, with the case it is about. {@code metres} is how far from the case's place whoever answered
 * stood; {@code refusal} says why the viewer may not answer it.
 */
record CheckItem(
        UUID id,
        UUID caseId,
        String caseNumber,
        Text caseTitle,
        int severity,
        String areaPath,
        Optional<Position> casePosition,
        Optional<String> department,
        String way,
        String cause,
        String state,
        Instant askedAt,
        Optional<UUID> report,
        Optional<String> takenBy,
        int tries,
        Optional<Instant> endedAt,
        Optional<String> answeredBy,
        Optional<String> note,
        Optional<Integer> score,
        Optional<Position> position,
        Optional<Integer> metres,
        List<CheckPhoto> photos,
        Optional<Text> refusal) {
    CheckItem {
        photos = List.copyOf(photos);
    }
}
