package org.chengshu.cases.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.geo.Position;
import tools.jackson.databind.JsonNode;

/** A report as people of the city see it: name and telephone are masked. */
public record Report(
        UUID id,
        String number,
        UUID caseId,
        String caseNumber,
        boolean openedCase,
        boolean merged,
        Channel channel,
        String kind,
        String words,
        Optional<String> description,
        JsonNode attributes,
        String areaPath,
        boolean outside,
        Optional<Position> position,
        Optional<String> address,
        Optional<Instant> seenAt,
        Instant reportedAt,
        Optional<String> takenBy,
        boolean anonymous,
        Optional<String> name,
        Optional<String> phone,
        boolean hasContact,
        Optional<String> mediaUrl,
        List<ReportPhoto> photos) {
    Report with(List<ReportPhoto> own) {
        return new Report(
                id,
                number,
                caseId,
                caseNumber,
                openedCase,
                merged,
                channel,
                kind,
                words,
                description,
                attributes,
                areaPath,
                outside,
                position,
                address,
                seenAt,
                reportedAt,
                takenBy,
                anonymous,
                name,
                phone,
                hasContact,
                mediaUrl,
                List.copyOf(own));
    }
}
