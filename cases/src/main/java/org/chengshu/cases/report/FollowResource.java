package org.chengshu.cases.report;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseItems;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.Timeline;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Scope;
import org.chengshu.core.http.TryLater;
import org.chengshu.kernel.Text;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells whoever has a report's number and code how far it is: stages and their times, no names, no words of the people
 * who handle it. Number and code come in the body, so that no log has them; guessing is slow by origin and by number.
 */
@RestController
@RequestMapping("/api/cases/v1/follow")
final class FollowResource {
    private static final int PER_NUMBER = 10;
    // Many people share one origin.
    private static final int PER_ORIGIN = 60;

    private final ReportBook book;
    private final CaseStore cases;
    private final CaseItems items;
    private final Timeline timeline;
    private final Allowance numbers;
    private final Allowance origins;

    FollowResource(ReportBook book, CaseStore cases, CaseItems items, Timeline timeline, Clock clock) {
        this.book = book;
        this.cases = cases;
        this.items = items;
        this.timeline = timeline;
        this.numbers = new Allowance(PER_NUMBER, clock);
        this.origins = new Allowance(PER_ORIGIN, clock);
    }

    @PostMapping
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    Progress follow(@RequestBody Ticket ticket, HttpServletRequest request) {
        slow(origins, request.getRemoteAddr());
        slow(numbers, ReportBook.typed(ticket.number().orElse("")));
        Report report = book.follow(ticket.number().orElse(""), ticket.code().orElse(""));
        CaseFile file =
                cases.find(new CaseId(report.caseId()), Scope.everywhere()).orElseThrow();
        return new Progress(
                report.number(),
                items.kindTitle(report.kind()),
                report.reportedAt(),
                file.stage().name(),
                file.stageSince(),
                file.closedAt(),
                report.merged(),
                steps(file));
    }

    private List<PublicStep> steps(CaseFile file) {
        return timeline.list(file.id()).stream()
                .filter(step -> !step.from().equals(step.to()))
                .map(step -> new PublicStep(step.at(), step.to().orElse("")))
                .toList();
    }

    private static void slow(Allowance allowance, String key) {
        Duration wait = allowance.waitOf(key);
        if (wait.isPositive()) {
            throw new TryLater(CaseError.REPORT_TOO_MANY, "too many look-ups in a minute", wait);
        }
    }

    record Ticket(Optional<String> number, Optional<String> code) {}

    /** When the matter came into a stage. */
    record PublicStep(Instant at, String stage) {}

    record Progress(
            String number,
            Text kind,
            Instant reportedAt,
            String stage,
            Instant since,
            Optional<Instant> closedAt,
            boolean merged,
            List<PublicStep> steps) {}
}
