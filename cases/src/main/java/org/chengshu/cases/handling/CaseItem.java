package org.chengshu.cases.handling;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;

/** A case on the wire: in lists, on the live stream, and as the head of its page. */
public record CaseItem(
        UUID id,
        String number,
        String kind,
        Text kindTitle,
        Text title,
        Optional<String> description,
        String stage,
        int severity,
        Optional<String> rule,
        Optional<CaseSubject> subject,
        String areaPath,
        Optional<Position> position,
        Optional<String> department,
        Optional<Text> departmentName,
        Optional<String> handler,
        Optional<String> reporter,
        Instant reportedAt,
        Instant openedAt,
        Instant stageSince,
        Optional<Instant> due,
        String standing,
        Optional<String> colour,
        Optional<Instant> suspendedSince,
        Optional<Instant> handledAt,
        Optional<Instant> closedAt,
        Optional<String> closedBy,
        int reopened,
        boolean historical,
        Optional<String> category,
        Optional<Text> categoryName) {}
