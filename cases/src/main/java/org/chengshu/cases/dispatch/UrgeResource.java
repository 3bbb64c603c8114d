package org.chengshu.cases.dispatch;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.report.Allowance;
import org.chengshu.cases.report.Report;
import org.chengshu.cases.report.ReportBook;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.TryLater;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cases/v1")
final class UrgeResource {
    private static final int PER_NUMBER = 10;
    // Many people share one origin.
    private static final int PER_ORIGIN = 60;
    private static final CaseRows.Rows ROWS = new CaseRows.Rows(
            "case_urge", "urged_at", List.of("id", "case_id", "origin", "org", "words", "urged_at", "urged_by"));

    private final Urges urges;
    private final ReportBook reports;
    private final CaseRows rows;
    private final Allowance numbers;
    private final Allowance origins;

    UrgeResource(Urges urges, ReportBook reports, CaseRows rows, Clock clock) {
        this.urges = urges;
        this.reports = reports;
        this.rows = rows;
        this.numbers = new Allowance(PER_NUMBER, clock);
        this.origins = new Allowance(PER_ORIGIN, clock);
    }

    @PostMapping("/cases/{id}/urges")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = CaseRights.DISPATCH, audit = "case.urged")
    Urged urge(@PathVariable UUID id, @RequestBody Words words, Viewer viewer) {
        urges.byOfficer(new CaseId(id), words.needed("reason"), viewer);
        return of(id, viewer);
    }

    @GetMapping("/cases/{id}/urges")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    Urged of(@PathVariable UUID id, Viewer viewer) {
        CaseFile file = rows.seen(id, viewer);
        return new Urged(
                rows.ofCase(ROWS, file, UrgeResource::row),
                urges.possible(file, viewer) ? Map.of(id, List.of("urge")) : Map.of());
    }

    /** Whoever has the number and the code of a report asks for haste. */
    @PostMapping("/follow/urges")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = Access.PUBLIC, audit = "case.urged-by-reporter")
    void urgeMine(@RequestBody Ticket ticket, HttpServletRequest request) {
        slow(origins, request.getRemoteAddr());
        slow(numbers, ReportBook.typed(ticket.number().orElse("")));
        Report report = reports.follow(ticket.number().orElse(""), ticket.code().orElse(""));
        urges.byReporter(report, new Words(ticket.words()).needed("words"));
    }

    @GetMapping("/urges")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CursorPage<Urge> list(
            @RequestParam Optional<String> origin,
            @RequestParam Optional<String> department,
            Viewer viewer,
            Cursor cursor) {
        Condition wanted = origin.map(ROWS.field("origin", String.class)::eq)
                .orElseGet(DSL::noCondition)
                .and(department.map(ROWS.field("org", String.class)::eq).orElseGet(DSL::noCondition));
        return page(wanted, viewer, cursor);
    }

    private CursorPage<Urge> page(Condition wanted, Viewer viewer, Cursor cursor) {
        return rows.page(ROWS, wanted, DSL.falseCondition(), viewer, cursor, UrgeResource::row);
    }

    private static Urge row(Record row) {
        return new Urge(
                row.get("id", UUID.class),
                row.get("case_id", UUID.class),
                row.get("number", String.class),
                CaseRows.title(row),
                row.get("origin", String.class),
                CaseRows.text(row, "org"),
                row.get("words", String.class),
                CaseRows.time(row, "urged_at").orElseThrow(),
                CaseRows.text(row, "urged_by"));
    }

    private static void slow(Allowance allowance, String key) {
        Duration wait = allowance.waitOf(key);
        if (wait.isPositive()) {
            throw new TryLater(CaseError.REPORT_TOO_MANY, "too many look-ups in a minute", wait);
        }
    }

    record Urged(List<Urge> items, Map<UUID, List<String>> actions) {}

    record Ticket(Optional<String> number, Optional<String> code, Optional<String> words) {}
}
