package org.chengshu.cases.check;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.report.Report;
import org.chengshu.cases.report.ReportBook;
import org.springframework.stereotype.Component;

/** Whom to call about a case: whoever reported it first, not anonymously, and left a way to be reached. */
@Component
final class Reporters {
    private final ReportBook reports;

    Reporters(ReportBook reports) {
        this.reports = reports;
    }

    Optional<UUID> toCall(CaseId id) {
        return reports.ofCase(id).stream()
                .filter(report -> !report.anonymous() && report.hasContact())
                .map(Report::id)
                .findFirst();
    }
}
