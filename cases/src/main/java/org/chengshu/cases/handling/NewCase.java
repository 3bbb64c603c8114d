package org.chengshu.cases.handling;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;

/**
 * What is known of a case when it is opened; {@code rule} and {@code subject} only when an alarm or a finding opens it, the
 * department only when it is known before any dispatch rule is asked, the category by its code, the number only when it was taken
 * before.
 */
public record NewCase(
        CaseKind kind,
        Text title,
        Optional<String> description,
        Severity severity,
        Optional<String> rule,
        Optional<CaseSubject> subject,
        String areaPath,
        Optional<Position> position,
        Optional<UUID> reporterId,
        Optional<String> reporter,
        Instant openedAt,
        boolean historical,
        Optional<String> department,
        Optional<String> category,
        Optional<String> number) {}
